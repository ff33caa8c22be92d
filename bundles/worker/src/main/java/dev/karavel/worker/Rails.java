package dev.karavel.worker;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Camel on this server: what runs on it, and how things get onto it. */
final class Rails {
    private static final int STOP_SECONDS = 5;

    private final CamelContext context;
    private final ProducerTemplate template;

    private Rails(CamelContext context, ProducerTemplate template) {
        this.context = context;
        this.template = template;
    }

    /** Those of a server that does nothing itself. */
    static Rails none() {
        return new Rails(null, null);
    }

    static Rails start(Lanes lanes) {
        ClassLoader camel = DefaultCamelContext.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(camel);
        try {
            DefaultCamelContext context = new DefaultCamelContext();
            context.setApplicationContextClassLoader(camel);
            context.getExecutorServiceManager().setThreadNamePattern("karavel-task-#counter#");
            context.disableJMX();
            context.getShutdownStrategy().setTimeout(STOP_SECONDS);
            context.getShutdownStrategy().setShutdownNowOnTimeout(true);
            context.addRoutes(lanes);
            context.start();
            return new Rails(context, context.createProducerTemplate());
        } catch (Exception e) {
            // Camel's own signature
            throw new IllegalStateException("Camel does not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void send(Attempt attempt) {
        template.sendBody(Lanes.lane(attempt.priority()), attempt);
    }

    void stop() {
        if (context != null) {
            template.stop();
            context.stop();
        }
    }
}
