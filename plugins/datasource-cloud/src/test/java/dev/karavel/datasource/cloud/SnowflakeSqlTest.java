package dev.karavel.datasource.cloud;

import dev.karavel.contract.data.ExpectedSqlContract;
import dev.karavel.spi.data.Dialect;
import java.util.List;

class SnowflakeSqlTest implements ExpectedSqlContract {
    @Override
    public Dialect dialect() {
        return new SnowflakeDialect();
    }

    @Override
    public List<String> sourceTypes() {
        return List.of(
                "ARRAY",
                "BIGINT",
                "BINARY",
                "BOOLEAN",
                "CHAR",
                "DATE",
                "DECFLOAT",
                "DECIMAL",
                "DOUBLE",
                "FIXED",
                "FLOAT",
                "GEOGRAPHY",
                "GEOMETRY",
                "INTEGER",
                "MAP",
                "NUMBER",
                "OBJECT",
                "REAL",
                "TEXT",
                "TIME",
                "TIMESTAMP",
                "TIMESTAMPLTZ",
                "TIMESTAMPNTZ",
                "TIMESTAMPTZ",
                "TIMESTAMP_LTZ",
                "TIMESTAMP_NTZ",
                "TIMESTAMP_TZ",
                "VARCHAR",
                "VARIANT",
                "VECTOR");
    }

    @Override
    public List<String> vendorsAttacks() {
        return List.of(
                "SELECT 1 // 2\n FROM t",
                "SELECT * FROM @stage",
                "SELECT $1 FROM t",
                "SELECT s.nextval",
                "SELECT * FROM TABLE(RESULT_SCAN('x'))",
                "SELECT * FROM snowflake.account_usage.users",
                "SELECT * FROM identifier('secret')",
                "SELECT system$whitelist()",
                "SELECT get_ddl('table', 'x')",
                "SELECT current_role()",
                "PUT file:///etc/passwd @stage",
                "GET @stage file:///tmp");
    }
}
