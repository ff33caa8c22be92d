package dev.karavel.api.sql;

import dev.karavel.api.catalog.Database;
import dev.karavel.spi.data.TableName;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes tables and views of what people read: CREATE TABLE AS, CREATE VIEW AS, in the words of each warehouse. Safe for several
 * threads; asks the warehouse nothing. Whether a database allows it ({@code allow_ctas}, {@code allow_cvas}), into which schema
 * ({@code force_ctas_schema}) and whether the asker may is for the caller to know.
 *
 * <p>In order: {@link SqlInspector#inspect}, the rights on the tables, {@link SqlInspector#restrict}, {@link #statements}, then
 * {@link SqlRunner#change} with all of them at once.
 */
@ProviderType
public interface SqlCreations {
    /** What is made. */
    enum Made {
        TABLE,
        VIEW
    }

    /** Whether this kind of database can make it, and can be changed at all. */
    boolean makes(Database database, Made made);

    /**
     * The statements, to be run one after the other, that make something new of what a SELECT gives. They fail where the name is
     * taken already.
     *
     * @param name as the warehouse is to spell it; it is quoted
     * @param select as {@link SqlInspector#restrict} gives it; inspected once more
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with field {@code select_as_cta} where {@link #makes} is
     *     false, with field {@code tmp_table_name} for a name that is empty, too long or not to be written; STATEMENT_REFUSED, field
     *     {@code sql}, for what is not a SELECT
     */
    List<String> statements(Database database, Made made, TableName name, String select);
}
