package dev.karavel.datasource.cloud;

import dev.karavel.contract.data.ExpectedSqlContract;
import dev.karavel.spi.data.Dialect;
import java.util.List;

class BigQuerySqlTest implements ExpectedSqlContract {
    @Override
    public Dialect dialect() {
        return new BigQueryDialect();
    }

    @Override
    public List<String> sourceTypes() {
        return List.of(
                "ARRAY<INT64>",
                "BIGDECIMAL",
                "BIGINT",
                "BIGNUMERIC",
                "BOOL",
                "BOOLEAN",
                "BYTES",
                "DATE",
                "DATETIME",
                "DECIMAL",
                "FLOAT",
                "FLOAT64",
                "GEOGRAPHY",
                "INT64",
                "INTEGER",
                "INTERVAL",
                "JSON",
                "NUMERIC",
                "NUMERIC(10, 2)",
                "RANGE<DATE>",
                "RECORD",
                "STRING",
                "STRUCT<a INT64>",
                "TIME",
                "TIMESTAMP");
    }
}
