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
}
