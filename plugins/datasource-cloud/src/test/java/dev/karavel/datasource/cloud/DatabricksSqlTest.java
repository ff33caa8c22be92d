package dev.karavel.datasource.cloud;

import dev.karavel.contract.data.ExpectedSqlContract;
import dev.karavel.spi.data.Dialect;
import java.util.List;

class DatabricksSqlTest implements ExpectedSqlContract {
    @Override
    public Dialect dialect() {
        return new DatabricksDialect();
    }

    @Override
    public List<String> sourceTypes() {
        return List.of(
                "ARRAY<INT>",
                "BIGINT",
                "BINARY",
                "BOOLEAN",
                "BYTE",
                "CHAR",
                "DATE",
                "DEC",
                "DECIMAL",
                "DECIMAL(10,2)",
                "DOUBLE",
                "FLOAT",
                "GEOMETRY",
                "INT",
                "INTERVAL DAY TO SECOND",
                "LONG",
                "MAP<STRING,INT>",
                "NUMERIC",
                "REAL",
                "SHORT",
                "SMALLINT",
                "STRING",
                "STRUCT<a:INT>",
                "TIMESTAMP",
                "TIMESTAMP_NTZ",
                "TINYINT",
                "VARCHAR",
                "VARIANT",
                "VOID");
    }
}
