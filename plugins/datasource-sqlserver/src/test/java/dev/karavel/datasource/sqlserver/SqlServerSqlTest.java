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
}
