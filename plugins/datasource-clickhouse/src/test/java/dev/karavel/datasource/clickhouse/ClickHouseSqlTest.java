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

    @Override
    public List<String> vendorsAttacks() {
        return List.of(
                "SELECT * FROM url('http://x', 'CSV', 'a String')",
                "SELECT * FROM file('/etc/passwd', 'LineAsString')",
                "SELECT file('/etc/passwd')",
                "SELECT * FROM remote('other:9000', 'd', 't')",
                "SELECT * FROM remoteSecure('other:9440', 'd', 't', 'u', 'p')",
                "SELECT * FROM s3('http://x/y.csv')",
                "SELECT * FROM mysql('h:3306', 'd', 't', 'u', 'p')",
                "SELECT * FROM postgresql('h:5432', 'd', 't', 'u', 'p')",
                "SELECT * FROM jdbc('d', 't')",
                "SELECT * FROM executable('x.sh', 'CSV', 'a String')",
                "SELECT * FROM input('a String')",
                "SELECT * FROM merge('d', '.*')",
                "SELECT * FROM cluster('c', 'd', 't')",
                "SELECT * FROM dictionary('d')",
                "SELECT * FROM viewIfPermitted(SELECT 1 ELSE null('a Int8'))",
                "SELECT dictGet('d', 'a', 1)",
                "SELECT joinGet('t', 'a', 1)",
                "SELECT sleep(3)",
                "SELECT sleepEachRow(1) FROM t",
                "SELECT getSetting('x')",
                "SELECT currentUser()",
                "SELECT hostName()",
                "SELECT catboostEvaluate('/x', 1)",
                "SELECT filesystemAvailable()",
                "SELECT throwIf(1)",
                "SELECT addressToLine(1)",
                "SELECT * FROM system.users",
                "SELECT * FROM `system`.`query_log`",
                "SELECT * FROM information_schema.tables",
                "SELECT * FROM INFORMATION_SCHEMA.TABLES",
                "SELECT 1 SETTINGS readonly = 0",
                "SELECT 1 INTO OUTFILE '/tmp/x'",
                "SELECT 1 FORMAT CSV",
                "SELECT 1 # x",
                "SELECT {x:String}",
                "SELECT $a$ OR 1 = 1 $a$",
                "KILL QUERY WHERE 1",
                "SYSTEM SHUTDOWN",
                "OPTIMIZE TABLE t FINAL",
                "ALTER TABLE t DELETE WHERE 1",
                "EXCHANGE TABLES a AND b",
                "DETACH TABLE t",
                "SET readonly = 0");
    }
}
