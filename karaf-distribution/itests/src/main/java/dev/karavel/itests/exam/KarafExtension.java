package dev.karavel.itests.exam;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * One class for both sides. On the host it starts the container, skips every method and sends a test's unique id into
 * the container instead; there it hands out services and lets JUnit do the rest.
 */
final class KarafExtension implements BeforeAllCallback, InvocationInterceptor, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext test) {
        if (!inside(test)) {
            Host.of(test);
        }
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext test) throws Throwable {
        insideOnly(call, test);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext test) throws Throwable {
        insideOnly(call, test);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext test) throws Throwable {
        insideOnly(call, test);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext test) throws Throwable {
        insideOnly(call, test);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext test) throws Throwable {
        test(call, test);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext test) throws Throwable {
        test(call, test);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().isInterface();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        if (!inside(test)) {
            return null;
        }
        Class<?> type = parameter.getParameter().getType();
        BundleContext context = bundle(test).getBundleContext();
        return type == BundleContext.class ? context : Services.await(context, type.getName());
    }

    private static void insideOnly(Invocation<Void> call, ExtensionContext test) throws Throwable {
        if (inside(test)) {
            call.proceed();
        } else {
            call.skip();
        }
    }

    private static void test(Invocation<Void> call, ExtensionContext test) throws Throwable {
        insideOnly(call, test);
        if (!inside(test)) {
            Host.of(test).run(test.getUniqueId());
        }
    }

    private static boolean inside(ExtensionContext test) {
        return bundle(test) != null;
    }

    private static Bundle bundle(ExtensionContext test) {
        return FrameworkUtil.getBundle(test.getRequiredTestClass());
    }
}
