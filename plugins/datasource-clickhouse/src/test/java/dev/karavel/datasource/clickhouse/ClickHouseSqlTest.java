package dev.karavel.datasource.clickhouse;

import dev.karavel.contract.data.ExpectedSqlContract;
import dev.karavel.spi.data.Dialect;
import java.util.List;

class ClickHouseSqlTest implements ExpectedSqlContract {
    @Override
    public Dialect dialect() {
        return new ClickHouseDialect();
    }

    @Override
    public List<String> sourceTypes() {
        return List.of(
                "AggregateFunction(sum, Int64)",
                "Array(String)",
                "Bool",
                "Date",
                "Date32",
                "DateTime",
                "DateTime('Europe/Berlin')",
                "DateTime64(3, 'UTC')",
                "Decimal(12, 2)",
                "Enum8('a' = 1)",
                "FixedString(8)",
                "Float32",
                "Float64",
                "IPv4",
                "Int128",
                "Int64",
                "Int8",
                "JSON",
                "LowCardinality(Nullable(String))",
                "LowCardinality(String)",
                "Map(String, UInt8)",
                "Nullable(DateTime64(6))",
                "Nullable(Decimal(38, 10))",
                "Nullable(Int32)",
                "String",
                "Tuple(a Int8)",
                "UInt32",
                "UInt64",
                "UUID");
    }
}
