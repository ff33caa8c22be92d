package dev.karavel.itests.exam;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.overrideJUnitBundles;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.useOwnKarafExamSystemConfiguration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestContainerException;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.spi.DefaultExamSystem;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** The host's side: one started container with the test classes in it; JUnit closes it at the end of the run. */
final class Host implements AutoCloseable {
    static final String DRIVER = "jupiter";

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Host.class);
    private static final String ENGINE = "[engine:junit-jupiter]";

    private final TestContainer container;
    private final TestAddress address;

    private Host(Class<? extends Container> type, Class<?> anyTest) throws IOException, URISyntaxException {
        List<Option> options =
                new ArrayList<>(ReflectionSupport.newInstance(type).options());
        options.add(useOwnKarafExamSystemConfiguration(DRIVER));
        options.add(overrideJUnitBundles());
        for (Class<?> part : List.of(
                Test.class,
                ParameterizedTest.class,
                JupiterTestEngine.class,
                JUnitException.class,
                TestEngine.class,
                Launcher.class,
                AssertionFailedError.class,
                Assertions.class,
                ByteBuddy.class,
                Host.class)) {
            options.add(bundle(part.getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toString()));
        }
        ExamSystem system = DefaultExamSystem.create(options.toArray(Option[]::new));
        container = PaxExamRuntime.createContainer(system);
        // Pax Exam pipes standard input into Karaf and would take it away from Failsafe
        System.setIn(InputStream.nullInputStream());
        container.start();
        boolean probed = false;
        try {
            TestProbeBuilder probe = system.createProbe();
            probe.setHeader("Bundle-SymbolicName", "dev.karavel.itests.probe");
            address = probe.addTest(anyTest, "run");
            container.installProbe(probe.build().getStream());
            probed = true;
        } finally {
            if (!probed) {
                container.stop();
            }
        }
    }

    /** The container of a test class, started where it is not yet; a start that failed is not tried again. */
    static Host of(ExtensionContext test) {
        Class<?> testClass = test.getRequiredTestClass();
        InsideKarafTest wanted = AnnotationSupport.findAnnotation(testClass, InsideKarafTest.class)
                .orElseThrow(() -> new IllegalStateException(testClass + " lacks @InsideKarafTest"));
        Started started = test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(wanted.value(), type -> start(type, testClass), Started.class);
        if (started.failure() != null) {
            throw new IllegalStateException(wanted.value().getSimpleName() + " did not start", started.failure());
        }
        return started.host();
    }

    private static Started start(Class<? extends Container> type, Class<?> anyTest) {
        try {
            return new Started(new Host(type, anyTest), null);
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return new Started(null, e);
        }
    }

    /** Runs one test in the container and throws what it threw. */
    void run(String uniqueId) throws Throwable {
        String id = uniqueId.substring(uniqueId.lastIndexOf(ENGINE));
        try {
            container.call(new Call(address, id));
        } catch (RuntimeException e) {
            throw thrownInside(e);
        }
    }

    /** Pax Exam and its remote calls wrap what the container threw. */
    private static Throwable thrownInside(RuntimeException wrapped) {
        for (Throwable each = wrapped; each != null; each = each.getCause()) {
            if (each instanceof TestContainerException
                    && each.getCause() != null
                    && !(each.getCause() instanceof TestContainerException)) {
                return each.getCause();
            }
        }
        return wrapped;
    }

    @Override
    public void close() {
        container.stop();
    }

    private record Started(Host host, Exception failure) implements AutoCloseable {
        @Override
        public void close() {
            if (host != null) {
                host.close();
            }
        }
    }

    /** The one address of the probe, with the test to run as its argument. */
    private record Call(TestAddress probe, String id) implements TestAddress {
        @Override
        public String identifier() {
            return probe.identifier();
        }

        @Override
        public String caption() {
            return id;
        }

        @Override
        public TestAddress root() {
            return probe.root();
        }

        @Override
        public Object[] arguments() {
            return new Object[] {id};
        }
    }
}
