package dev.karavel.metadata.store;

import java.util.regex.Pattern;
import liquibase.change.CheckSum;
import liquibase.database.Database;
import liquibase.sql.visitor.AbstractSqlVisitor;

/**
 * The same tables on MySQL and MariaDB as elsewhere: times with fractions and without a zone, texts of any length beside each
 * other (all varchars of a row together may have 64 KB), and letters that differ where they differ for a program.
 */
final class MysqlTables extends AbstractSqlVisitor {
    private static final Pattern TIME = Pattern.compile("\\btimestamp\\b(\\(\\d\\))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LONG = Pattern.compile("\\bvarchar ?\\(16000\\)", Pattern.CASE_INSENSITIVE);
    private static final String LETTERS = " ENGINE = InnoDB CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin";

    @Override
    public String modifySql(String sql, Database database) {
        String same = LONG.matcher(TIME.matcher(sql).replaceAll("datetime(6)")).replaceAll("mediumtext");
        return same.startsWith("CREATE TABLE") ? same + LETTERS : same;
    }

    @Override
    public String getName() {
        return "mysqlTables";
    }

    @Override
    public CheckSum generateCheckSum() {
        return CheckSum.compute(getName());
    }
}
