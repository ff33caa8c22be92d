package dev.karavel.spi.data;

import java.util.List;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ConsumerType;

/** A change of a warehouse as a result of one row: how many rows it changed. It is made when it is asked about first. */
@ConsumerType
public abstract class Change implements Rows {
    private static final List<Column> COLUMNS = List.of(new Column("rows", ColumnType.INTEGER));

    private OptionalLong changed;
    private boolean told;

    /** Makes the change, once, on the thread that reads. */
    protected abstract OptionalLong make();

    @Override
    public final List<Column> columns() {
        if (changed == null) {
            changed = make();
        }
        return COLUMNS;
    }

    @Override
    public final boolean next() {
        columns();
        boolean first = !told;
        told = true;
        return first;
    }

    @Override
    public final Object value(int column) {
        return changed.isPresent() ? changed.getAsLong() : null;
    }
}
