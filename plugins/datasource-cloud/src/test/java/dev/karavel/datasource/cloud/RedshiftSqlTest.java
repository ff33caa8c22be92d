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
}
