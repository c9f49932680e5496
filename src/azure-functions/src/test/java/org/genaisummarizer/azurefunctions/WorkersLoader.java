package org.genaisummarizer.azurefunctions;

/** What an app's classes see of the worker: the JDK and the worker's own API, no other class. */
final class WorkersLoader extends ClassLoader {

    private static final String API = "com.microsoft.azure.functions.";

    private final ClassLoader tests = WorkersLoader.class.getClassLoader();

    WorkersLoader() {
        super("worker", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(API)) {
            return tests.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
