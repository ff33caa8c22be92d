package dev.karavel.report.run;

/** Nothing catches it, as nothing catches a power cut. */
final class ServerDied extends Error {
    private static final long serialVersionUID = 1L;
}
