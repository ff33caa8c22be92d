package dev.karavel.itests.exam;

import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;
import org.ops4j.pax.exam.ProbeInvoker;
import org.ops4j.pax.exam.TestContainerException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** Runs one test, named by its unique id, inside the container once that has finished its boot. */
final class JupiterInvoker implements ProbeInvoker {
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";

    private final BundleContext probe;

    JupiterInvoker(BundleContext probe) {
        this.probe = probe;
    }

    @Override
    public void call(Object... arguments) {
        Services.await(probe, BOOT_FINISHED);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(probe.getBundle().adapt(BundleWiring.class).getClassLoader());
        try {
            Verdict verdict = run((String) arguments[0]);
            if (verdict.problem != null) {
                throw new TestContainerException("Failed in the container", Portable.of(verdict.problem));
            }
            if (verdict.tests == 0) {
                throw new TestContainerException("The container knows no test " + arguments[0]);
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Verdict run(String uniqueId) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectUniqueId(uniqueId))
                .build();
        Verdict verdict = new Verdict();
        LauncherFactory.create(config).execute(request, verdict);
        return verdict;
    }

    private static final class Verdict implements TestExecutionListener {
        private int tests;
        private Throwable problem;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                tests++;
            }
            if (problem == null && result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                problem = result.getThrowable()
                        .orElseGet(() -> new AssertionError(result.getStatus().toString()));
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            if (problem == null) {
                problem = new TestAbortedException(reason);
            }
        }
    }
}
