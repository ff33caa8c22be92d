package dev.karavel.datasource.oracle;

import dev.karavel.contract.data.ExpectedSqlContract;
import dev.karavel.spi.data.Dialect;
import java.util.List;

class OracleSqlTest implements ExpectedSqlContract {
    @Override
    public Dialect dialect() {
        return new OracleDialect();
    }

    @Override
    public List<String> sourceTypes() {
        return List.of(
                "BFILE",
                "BINARY_DOUBLE",
                "BINARY_FLOAT",
                "BLOB",
                "BOOLEAN",
                "CHAR",
                "CLOB",
                "DATE",
                "FLOAT",
                "INTERVAL DAY(2) TO SECOND(6)",
                "INTERVALDS",
                "INTERVALYM",
                "JSON",
                "LONG",
                "NCHAR",
                "NCLOB",
                "NUMBER",
                "NVARCHAR2",
                "RAW",
                "ROWID",
                "SDO_GEOMETRY",
                "TIMESTAMP",
                "TIMESTAMP WITH LOCAL TIME ZONE",
                "TIMESTAMP WITH TIME ZONE",
                "TIMESTAMP(6) WITH TIME ZONE",
                "VARCHAR2",
                "VECTOR",
                "XMLTYPE");
    }
}
