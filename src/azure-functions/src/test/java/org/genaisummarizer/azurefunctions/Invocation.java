package org.genaisummarizer.azurefunctions;

import com.microsoft.azure.functions.internal.spi.middleware.Middleware;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.logging.Logger;

/** One call of a function, on its way through what is around it. */
final class Invocation implements MiddlewareContext {

    private final String id = UUID.randomUUID().toString();
    private final String function;
    private final Callable<Object> call;
    private Object result;

    Invocation(String function, Callable<Object> call) {
        this.function = function;
        this.call = call;
    }

    Object through(List<Middleware> middleware) throws Exception {
        if (middleware.isEmpty()) {
            result = call.call();
        } else {
            middleware
                    .getFirst()
                    .invoke(this, next -> through(middleware.subList(1, middleware.size())));
        }
        return result;
    }

    @Override
    public Logger getLogger() {
        return Logger.getLogger(function);
    }

    @Override
    public String getInvocationId() {
        return id;
    }

    @Override
    public String getFunctionName() {
        return function;
    }

    @Override
    public String getParameterName(String annotation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getParameterValue(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void updateParameterValue(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getReturnValue() {
        return result;
    }

    @Override
    public void updateReturnValue(Object value) {
        result = value;
    }
}
