package org.genaisummarizer.azurefunctions;

import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueOutput;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.internal.spi.middleware.Middleware;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Loads the package as Azure's Java worker does: in a class loader of its own, its functions found
 * by {@code function.json}, made by the injector that the package brings, and called through its
 * middleware. What is loaded lives as long as the process, as it does there.
 */
final class Worker {

    static final Path APP =
            Path.of("target", "azure-functions", "genai-summarizer").toAbsolutePath();

    private final URLClassLoader loader;
    private final FunctionInstanceInjector injector;
    private final List<Middleware> middleware;

    private Worker(
            URLClassLoader loader, FunctionInstanceInjector injector, List<Middleware> middleware) {
        this.loader = loader;
        this.injector = injector;
        this.middleware = middleware;
    }

    /** Comes back when the package is ready to be called. */
    static Worker load() throws IOException {
        URLClassLoader loader = new URLClassLoader("app", jars(), new WorkersLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return new Worker(
                    loader,
                    ServiceLoader.load(FunctionInstanceInjector.class, loader)
                            .findFirst()
                            .orElseThrow(),
                    ServiceLoader.load(Middleware.class, loader).stream()
                            .map(ServiceLoader.Provider::get)
                            .toList());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        jars.add(
                APP.resolve("http")
                        .resolve(FunctionJson.read(APP.resolve("http")).scriptFile())
                        .normalize());
        try (Stream<Path> libraries = Files.list(APP.resolve("lib"))) {
            libraries.forEach(jars::add);
        }
        return jars.stream().map(Worker::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param arguments by the names of bindings and properties
     */
    Object call(String function, Map<String, Object> arguments) throws Exception {
        return call(function, arguments, middleware);
    }

    /** What a worker that knew no middleware would do. */
    Object callBare(String function, Map<String, Object> arguments) throws Exception {
        return call(function, arguments, List.of());
    }

    private Object call(String function, Map<String, Object> arguments, List<Middleware> around)
            throws Exception {
        FunctionJson declared = FunctionJson.read(APP.resolve(function));
        Class<?> type = loader.loadClass(declared.className());
        Method method =
                Arrays.stream(type.getMethods())
                        .filter(candidate -> candidate.getName().equals(declared.methodName()))
                        .findFirst()
                        .orElseThrow();
        Object[] values =
                Arrays.stream(method.getParameters())
                        .map(parameter -> arguments.get(name(parameter)))
                        .toArray();
        Invocation invocation =
                new Invocation(function, () -> invoke(injector.getInstance(type), method, values));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return invocation.through(around);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Object invoke(Object instance, Method method, Object[] values) throws Exception {
        try {
            return method.invoke(instance, values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static String name(Parameter parameter) {
        for (Annotation annotation : parameter.getAnnotations()) {
            switch (annotation) {
                case HttpTrigger trigger -> {
                    return trigger.name();
                }
                case QueueTrigger trigger -> {
                    return trigger.name();
                }
                case QueueOutput output -> {
                    return output.name();
                }
                case BindingName property -> {
                    return property.value();
                }
                default -> {
                    // of no concern to the worker
                }
            }
        }
        throw new AssertionError("the worker cannot know what " + parameter + " is");
    }
}
