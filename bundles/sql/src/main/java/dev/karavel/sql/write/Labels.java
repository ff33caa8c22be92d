package dev.karavel.sql.write;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Labels are what people typed, a whole formula sometimes; names in a warehouse are short, and PostgreSQL cuts longer ones
 * without a word. So a long label goes into the statement under a short name, and comes back when the result is read. Safe for
 * several threads.
 */
public final class Labels {
    private static final int LONGEST = 60;
    private static final int KEPT = 40;
    private static final int REMEMBERED = 5_000;

    private final Map<String, String> labels = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The label itself wherever that is possible. */
    String name(String label, Dialect dialect) {
        boolean plain = !label.isBlank()
                && dialect.isNameable(label)
                && label.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && label.chars().noneMatch(Labels::isUnspeakable);
        if (plain) {
            return label;
        }
        CRC32 sum = new CRC32();
        sum.update(label.getBytes(StandardCharsets.UTF_8));
        String readable = label.replaceAll("[^\\w ]", "");
        String hash = "_" + Long.toHexString(sum.getValue());
        String telling = readable.substring(0, Math.min(KEPT, readable.length())) + hash;
        String name = dialect.isNameable(telling) ? telling : "label" + hash;
        synchronized (labels) {
            labels.put(name, label);
        }
        return name;
    }

    /** Control characters, and those that names in MySQL cannot hold. */
    private static boolean isUnspeakable(int unit) {
        return Character.isISOControl(unit) || Character.isSurrogate((char) unit);
    }

    /** The result under its labels. */
    public Table restore(Table table) {
        List<Column> columns = restore(table.columns());
        return columns.equals(table.columns()) ? table : table.under(columns);
    }

    public List<Column> restore(List<Column> named) {
        List<Column> columns = new ArrayList<>();
        synchronized (labels) {
            for (Column column : named) {
                columns.add(new Column(labels.getOrDefault(column.name(), column.name()), column.type()));
            }
        }
        return columns;
    }
}
