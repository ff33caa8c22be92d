package dev.karavel.render;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings as they are by default, but for some. */
final class Turned {
    private Turned() {}

    static Settings settings(Map<String, Object> turned) {
        return (Settings) Proxy.newProxyInstance(
                Settings.class.getClassLoader(),
                new Class<?>[] {Settings.class},
                (proxy, method, given) -> turned.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
