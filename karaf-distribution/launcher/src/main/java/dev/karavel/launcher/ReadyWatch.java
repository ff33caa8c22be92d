package dev.karavel.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the person at the terminal, once, that the server answers and who may sign in, and leaves the file {@code ready}
 * for {@code bin/karavel start}. From then on Ctrl-C ends the framework in order. Idle unless the framework property
 * {@value #ADDRESS} says where the server answers.
 */
@Component(service = ReadyWatch.class, immediate = true)
public final class ReadyWatch {
    static final String ADDRESS = "karavel.http.address";

    private static final Logger LOG = LoggerFactory.getLogger(ReadyWatch.class);
    private static final String HTTP = "org.apache.felix.http.jetty12";
    private static final long BETWEEN_LOOKS = 200;
    private static final long MOST_TO_STOP = 30_000;

    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "karavel-ready-watch"));
    private final Framework framework;
    private final String address;
    private final Path marker;
    private final SignInHint hint;

    @Activate
    public ReadyWatch(BundleContext context) {
        framework = context.getBundle(0).adapt(Framework.class);
        address = context.getProperty(ADDRESS);
        Path data = Path.of(context.getProperty("karaf.data"));
        marker = data.resolve("ready");
        hint = new SignInHint(data.resolve("admin-password"), System.getenv("KARAVEL_ADMIN_PASSWORD"));
        if (address != null) {
            looking.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS, BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        }
    }

    @Deactivate
    void close() {
        looking.shutdownNow();
    }

    private void look() {
        try {
            if (answers(URI.create(address + "/health").toURL())) {
                looking.shutdown();
                Runtime.getRuntime().addShutdownHook(new Thread(this::endInOrder, "karavel-end"));
                System.out.printf("Karavel is ready: %s/  %s%n", address, hint.text());
                Files.writeString(marker, address);
            }
        } catch (IOException e) {
            LOG.debug("Not ready yet", e);
        }
    }

    /** Whoever serves requests says first that he leaves, and lets those go on that he serves. */
    private void drain() {
        BundleContext context = framework.getBundleContext();
        try {
            for (ServiceReference<Runnable> reference :
                    context.getServiceReferences(Runnable.class, "(karavel.drain=true)")) {
                Runnable drain = context.getService(reference);
                if (drain != null) {
                    drain.run();
                }
            }
        } catch (InvalidSyntaxException | IllegalStateException e) {
            System.err.println("Karavel did not wait for its requests: " + e.getMessage());
        }
    }

    /** Before parts stop: else who asks in between hears that an address does not exist, and takes it for the truth. */
    private void stopListening() throws BundleException {
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if (HTTP.equals(bundle.getSymbolicName())) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
        }
    }

    private static boolean answers(URL health) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) health.openConnection();
        connection.setConnectTimeout(1000);
        connection.setReadTimeout(5000);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }

    private void endInOrder() {
        try {
            drain();
            stopListening();
            framework.stop();
            FrameworkEvent end = framework.waitForStop(MOST_TO_STOP);
            if (end.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                System.err.println("Karavel did not stop in order within 30 s and was cut off.");
            }
        } catch (BundleException e) {
            System.err.println("Karavel did not stop in order: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
