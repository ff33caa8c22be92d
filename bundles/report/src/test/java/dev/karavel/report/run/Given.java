package dev.karavel.report.run;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** A service of which only some methods are called; any other call fails the test. */
final class Given {
    private Given() {}

    static <T> T service(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Function<Object[], Object> answer = methods.get(method.getName());
                    if (answer == null) {
                        throw new AssertionError("Nobody expected " + type.getSimpleName() + "." + method.getName());
                    }
                    return answer.apply(arguments);
                }));
    }

    /** A configuration of which nothing was said. */
    static <T> T defaults(Class<T> annotation) {
        return annotation.cast(Proxy.newProxyInstance(
                annotation.getClassLoader(),
                new Class<?>[] {annotation},
                (proxy, method, arguments) -> method.getDefaultValue()));
    }
}
