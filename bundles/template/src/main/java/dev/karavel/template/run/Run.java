package dev.karavel.template.run;

import dev.karavel.api.template.TemplateFunction;
import dev.karavel.api.template.TemplateScope;
import dev.karavel.template.value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One rendering: its variables, what it has written so far, and what it may still use. For one thread. */
public final class Run {
    private final TemplateScope scope;
    private final Budget budget;
    private final Map<String, Object> top = new HashMap<>();
    private Frame frame = new Frame(null, top);
    private List<Object> out = new ArrayList<>();
    private int line = 1;

    /** Variables of a block; those of the blocks around it are seen through it. */
    private record Frame(Frame around, Map<String, Object> variables) {}

    public Run(TemplateScope scope, Map<String, Object> variables, Budget budget) {
        this.scope = scope;
        this.budget = budget;
        top.putAll(variables);
    }

    public Budget budget() {
        return budget;
    }

    public int line() {
        return line;
    }

    public void at(int here) {
        line = here;
        budget.step();
    }

    public boolean knows(String name) {
        for (Frame at = frame; at != null; at = at.around) {
            if (at.variables.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    public Object variable(String name) {
        for (Frame at = frame; at != null; at = at.around) {
            if (at.variables.containsKey(name)) {
                return at.variables.get(name);
            }
        }
        return null;
    }

    public void set(String name, Object value) {
        frame.variables.put(name, value);
    }

    public TemplateFunction function(String name) {
        return scope.functions().get(name);
    }

    public TemplateFunction filter(String name) {
        return scope.filters().get(name);
    }

    /** What there is, for messages about what there is not. */
    public String knownNames() {
        TreeSet<String> names = new TreeSet<>(scope.functions().keySet());
        for (Frame at = frame; at != null; at = at.around) {
            names.addAll(at.variables.keySet());
        }
        return String.join(", ", names);
    }

    /** Runs with variables of its own that end with it. */
    public void within(Map<String, Object> variables, Runnable body) {
        Frame before = frame;
        frame = new Frame(before, new HashMap<>(variables));
        try {
            body.run();
        } finally {
            frame = before;
        }
    }

    /** Like a macro: sees its own variables and the template's, not those of the place it is called from. */
    public void apart(Map<String, Object> variables, Runnable body) {
        Frame before = frame;
        frame = new Frame(new Frame(null, top), new HashMap<>(variables));
        budget.enter();
        try {
            body.run();
        } finally {
            budget.leave();
            frame = before;
        }
    }

    /** A text of any kind. */
    public void write(Object text) {
        budget.characters(Text.length(text));
        Text.append(out, text);
    }

    /** What the body writes, in place of writing it. */
    public Object captured(Runnable body) {
        List<Object> before = out;
        out = new ArrayList<>();
        try {
            body.run();
            return Text.of(out);
        } finally {
            out = before;
        }
    }

    /** Strings and {@link dev.karavel.api.template.Outside}s in their order. */
    public List<Object> written() {
        return out;
    }
}
