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

    @Override
    public List<String> vendorsAttacks() {
        return List.of(
                "SELECT * FROM all_users",
                "SELECT * FROM dba_users",
                "SELECT * FROM user_source",
                "SELECT * FROM v$session",
                "SELECT * FROM sys.x",
                "SELECT q'[it's]' FROM dual",
                "SELECT s.nextval FROM dual",
                "SELECT user FROM dual",
                "SELECT utl_http.request('http://x') FROM dual",
                "SELECT dbms_xmlgen.getxml('select 1') FROM dual",
                "SELECT sys_context('userenv', 'x') FROM dual",
                "SELECT httpuritype('http://x').getclob() FROM dual",
                "SELECT XMLTYPE('<a/>') FROM dual",
                "SELECT * FROM t@dblink",
                "SELECT * FROM TABLE(f())",
                "SELECT * FROM t FOR UPDATE",
                "WITH FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; SELECT f FROM dual");
    }
}
