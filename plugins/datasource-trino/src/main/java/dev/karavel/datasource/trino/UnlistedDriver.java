package dev.karavel.datasource.trino;

import io.trino.jdbc.NonRegisteringTrinoDriver;

/** Trino's driver, unknown to {@link java.sql.DriverManager}, which would keep it after the plugin went. */
final class UnlistedDriver extends NonRegisteringTrinoDriver {}
