package dev.karavel.sql.write;

import dev.karavel.spi.data.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Long expressions said once, in an inner SELECT, and named where they are needed. */
final class Aside implements UnaryOperator<String> {
    private final Dialect dialect;
    private final String alias;
    private final List<String> said = new ArrayList<>();

    /** @param alias of the source, which stays its name */
    Aside(Dialect dialect, String alias) {
        this.dialect = dialect;
        this.alias = alias;
    }

    @Override
    public String apply(String sql) {
        int known = said.indexOf(sql);
        if (known < 0) {
            said.add(sql);
        }
        return name(known < 0 ? said.size() - 1 : known);
    }

    /** @param plain what stands behind FROM */
    String from(String plain) {
        if (said.isEmpty()) {
            return plain;
        }
        StringBuilder inner = new StringBuilder("(\nSELECT ").append(alias).append(".*");
        for (int i = 0; i < said.size(); i++) {
            inner.append(", ").append(said.get(i)).append(" AS ").append(name(i));
        }
        return inner.append("\nFROM ")
                .append(plain)
                .append("\n) ")
                .append(alias)
                .toString();
    }

    private String name(int position) {
        return dialect.quote("__t" + position);
    }
}
