package dev.karavel.datasource.sqlserver;

import dev.karavel.contract.data.ExpectedSqlContract;
import dev.karavel.spi.data.Dialect;
import java.util.List;

class SqlServerSqlTest implements ExpectedSqlContract {
    @Override
    public Dialect dialect() {
        return new SqlServerDialect();
    }

    @Override
    public List<String> sourceTypes() {
        return List.of(
                "bigint",
                "bigint identity",
                "binary",
                "bit",
                "char",
                "date",
                "datetime",
                "datetime2",
                "datetimeoffset",
                "decimal",
                "decimal() identity",
                "float",
                "geography",
                "hierarchyid",
                "image",
                "int",
                "int identity",
                "json",
                "money",
                "nchar",
                "ntext",
                "numeric",
                "nvarchar",
                "real",
                "rowversion",
                "smalldatetime",
                "smallint",
                "smallmoney",
                "sql_variant",
                "text",
                "time",
                "timestamp",
                "tinyint",
                "uniqueidentifier",
                "varbinary",
                "varchar",
                "vector",
                "xml");
    }

    @Override
    public List<String> vendorsAttacks() {
        return List.of(
                "SELECT * FROM sysobjects",
                "SELECT * FROM dbo.sysusers",
                "SELECT * FROM [sys].[objects]",
                "SELECT * FROM master..sysdatabases",
                "SELECT * FROM OPENROWSET('a', 'b', 'c')",
                "SELECT * FROM OPENQUERY(x, 'select 1')",
                "SELECT * FROM srv.db.dbo.t",
                "SELECT a INTO b FROM c",
                "SELECT @@version",
                "SELECT NEXT VALUE FOR s",
                "SELECT * FROM fn_get_audit_file('a', 1, 2)",
                "SELECT * FROM t FOR XML AUTO",
                "SELECT xp_cmdshell('x')",
                "EXEC('x')",
                "SELECT 1 WAITFOR DELAY '0:0:10'",
                "SELECT 1 SELECT 2");
    }
}
