package dev.karavel.datasource.cloud;

import dev.karavel.contract.data.ExpectedSqlContract;
import dev.karavel.spi.data.Dialect;
import java.util.List;

class RedshiftSqlTest implements ExpectedSqlContract {
    @Override
    public Dialect dialect() {
        return new RedshiftDialect();
    }

    @Override
    public List<String> sourceTypes() {
        return List.of(
                "bigint",
                "bool",
                "bpchar",
                "char",
                "date",
                "float4",
                "float8",
                "geography",
                "geometry",
                "hllsketch",
                "int2",
                "int4",
                "int8",
                "integer",
                "interval",
                "intervald2s",
                "name",
                "numeric",
                "oid",
                "super",
                "text",
                "time",
                "timestamp",
                "timestamptz",
                "timetz",
                "varbyte",
                "varchar");
    }

    @Override
    public List<String> vendorsAttacks() {
        return List.of(
                "SELECT * FROM stl_query",
                "SELECT * FROM svv_tables",
                "SELECT * FROM stv_recents",
                "SELECT * FROM sys_query_history",
                "SELECT * FROM pg_user",
                "SELECT * FROM pg_catalog.pg_user",
                "SELECT pg_terminate_backend(1)",
                "UNLOAD ('SELECT 1') TO 's3://x'",
                "SELECT a INTO b FROM c");
    }
}
