package dev.karavel.sql.write;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a result under their labels. */
final class Outputs {
    private final Dialect dialect;
    private final Labels labels;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final List<String> selected = new ArrayList<>();

    Outputs(Dialect dialect, Labels labels) {
        this.dialect = dialect;
        this.labels = labels;
    }

    /** The same term twice is one column; two terms of one label cannot be told apart. */
    void add(Term term, String sql) {
        Term known = terms.putIfAbsent(term.label(), term);
        if (known == null) {
            selected.add(sql + " AS " + quoted(term.label()));
        } else if (!known.equals(term)) {
            throw KaravelException.invalid("columns", "Two columns or metrics are called " + term.label());
        }
    }

    boolean isEmpty() {
        return selected.isEmpty();
    }

    /** The alias of a term that is selected; of another one of its label otherwise. */
    Optional<String> alias(Term term) {
        return terms.containsKey(term.label()) ? Optional.of(quoted(term.label())) : Optional.empty();
    }

    void addHidden(String alias, String sql) {
        selected.add(sql + " AS " + alias);
    }

    String list() {
        return String.join(", ", selected);
    }

    List<String> labels() {
        return terms.keySet().stream().map(this::quoted).toList();
    }

    private String quoted(String label) {
        return dialect.quote(labels.name(label, dialect));
    }
}
