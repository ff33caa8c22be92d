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

    @Override
    public List<String> vendorsAttacks() {
        return List.of(
                "SELECT '''a'b''' FROM t",
                "SELECT \"\"\"a\"b\"\"\" FROM t",
                "SELECT r'\\' FROM t",
                "SELECT * FROM `d.INFORMATION_SCHEMA.TABLES`",
                "SELECT * FROM d.INFORMATION_SCHEMA.TABLES",
                "SELECT * FROM `region-us`.INFORMATION_SCHEMA.JOBS",
                "SELECT * FROM EXTERNAL_QUERY('c', 'q')",
                "SELECT * FROM ML.PREDICT(MODEL m, TABLE t)",
                "SELECT @@project_id",
                "SELECT session_user()",
                "SELECT * FROM t FOR SYSTEM_TIME AS OF x",
                "EXPORT DATA OPTIONS (uri = 'gs://x') AS SELECT 1",
                "CREATE TEMP FUNCTION f() AS (1); SELECT f()");
    }
}
