package dev.karavel.cache;

import java.util.function.Consumer;
import org.apache.ignite.Ignite;
import org.apache.ignite.failure.AbstractFailureHandler;
import org.apache.ignite.failure.FailureContext;

/** Tells that the node is lost, and leaves the JVM alone: the rest of the server goes on. */
final class ReportingFailureHandler extends AbstractFailureHandler {
    private final Consumer<String> report;

    ReportingFailureHandler(Consumer<String> report) {
        this.report = report;
    }

    @Override
    protected boolean handle(Ignite ignite, FailureContext failure) {
        report.accept(failure.type() + (failure.error() == null ? "" : ": " + failure.error()));
        return true;
    }
}
