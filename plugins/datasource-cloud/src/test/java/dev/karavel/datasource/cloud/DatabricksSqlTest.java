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

    @Override
    public List<String> vendorsAttacks() {
        return List.of(
                "SELECT * FROM parquet.`/x`",
                "SELECT * FROM `csv`.`s3://x`",
                "SELECT * FROM json.x",
                "SELECT * FROM read_files('/x')",
                "SELECT r'\\' , x '",
                "SELECT java_method('a', 'b')",
                "SELECT reflect('a', 'b')",
                "SELECT secret('a', 'b')",
                "SELECT ai_query('a', 'b')",
                "SELECT http_request('a')",
                "SELECT * FROM system.access.audit",
                "SELECT TRANSFORM(a) USING 'sh' FROM t",
                "SELECT ${x}",
                "SELECT /*+ BROADCAST(t) */ a FROM t",
                "SELECT current_user()");
    }
}
