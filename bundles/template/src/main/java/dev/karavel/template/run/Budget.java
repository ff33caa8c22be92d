package dev.karavel.template.run;

/**
 * What one rendering may use: steps, time, and characters over all values it ever makes, so that memory is bounded whatever is
 * kept. Everything that loops or grows asks here first.
 */
public final class Budget {
    /** Steps between two looks at the clock. */
    private static final int LOOK = 256;

    private static final int ITEM = 16;

    private final Limits limits;
    private final long begin = System.nanoTime();
    private long steps;
    private long characters;
    private int depth;

    /**
     * @param steps of evaluation
     * @param characters over all texts made, an item of a list counting as sixteen
     * @param loop rounds of one loop, or items of a range
     * @param depth of calls of macros
     */
    public record Limits(long steps, long nanoseconds, long characters, int loop, int depth) {
        public static Limits usual() {
            return new Limits(1_000_000, 2_000_000_000L, 4_000_000, 10_000, 20);
        }
    }

    public Budget(Limits limits) {
        this.limits = limits;
    }

    public void step() {
        if (++steps > limits.steps) {
            throw new TemplateFault("The template takes more than " + limits.steps + " steps");
        }
        if (steps % LOOK == 0) {
            time();
        }
    }

    /** After work that may have taken long. */
    public void time() {
        if (System.nanoTime() - begin > limits.nanoseconds) {
            throw new TemplateFault(
                    "The template takes longer than " + limits.nanoseconds / 1_000_000 + " milliseconds");
        }
    }

    /** Before work that goes through so many things. */
    public void steps(long more) {
        if (more > limits.steps - steps) {
            throw new TemplateFault("The template takes more than " + limits.steps + " steps");
        }
        steps += Math.max(0, more);
        step();
    }

    /** Before a text of that length is made. */
    public void characters(long more) {
        if (more > limits.characters - characters) {
            throw new TemplateFault("The template makes more than " + limits.characters + " characters");
        }
        characters += Math.max(0, more);
    }

    /** Before a list of that length is made. */
    public void items(long more) {
        if (more > limits.characters / ITEM) {
            throw new TemplateFault("The template makes a list of more than " + limits.characters / ITEM + " items");
        }
        characters(more * ITEM);
    }

    public void loop(long rounds) {
        if (rounds > limits.loop) {
            throw new TemplateFault("A loop or range has more than " + limits.loop + " rounds");
        }
    }

    public void enter() {
        if (++depth > limits.depth) {
            throw new TemplateFault("Macros call each other more than " + limits.depth + " deep");
        }
    }

    public void leave() {
        depth--;
    }
}
