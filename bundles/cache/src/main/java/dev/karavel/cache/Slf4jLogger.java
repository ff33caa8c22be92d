package dev.karavel.cache;

import java.util.List;
import org.apache.ignite.IgniteLogger;
import org.apache.ignite.logger.NullLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ignite's log lines in the server's log. What it says at INFO interests its developers: shown at DEBUG. What it calls an error
 * is mostly another node that left: a request that was lost is told where it was lost.
 */
final class Slf4jLogger implements IgniteLogger {
    // They complain that MBeans are switched off, and that the heap is smaller than a data grid's.
    private static final List<String> TALKATIVE = List.of(".JmxSystemViewExporterSpi", ".GridDiagnostic");

    private final Logger logger;

    Slf4jLogger(Logger logger) {
        this.logger = logger;
    }

    @Override
    public IgniteLogger getLogger(Object category) {
        if (TALKATIVE.stream().anyMatch(String.valueOf(category)::endsWith)) {
            return new NullLogger();
        }
        if (category instanceof Class<?> type) {
            return new Slf4jLogger(LoggerFactory.getLogger(type));
        }
        return category == null ? this : new Slf4jLogger(LoggerFactory.getLogger(category.toString()));
    }

    @Override
    public void trace(String message) {
        logger.trace(message);
    }

    @Override
    public void debug(String message) {
        logger.debug(message);
    }

    @Override
    public void info(String message) {
        logger.debug(message);
    }

    @Override
    public void warning(String message, Throwable cause) {
        logger.warn(cause == null ? message : message + ": " + cause);
        logger.debug("Stack of the line before", cause);
    }

    @Override
    public void error(String message, Throwable cause) {
        warning(message, cause);
    }

    @Override
    public boolean isTraceEnabled() {
        return logger.isTraceEnabled();
    }

    @Override
    public boolean isDebugEnabled() {
        return logger.isTraceEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
        return logger.isDebugEnabled();
    }

    @Override
    public boolean isQuiet() {
        return false;
    }

    @Override
    public String fileName() {
        return null;
    }
}
