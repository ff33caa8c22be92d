package dev.karavel.metadata.list;

/** Makes a condition of JPQL from the value somebody filters by. */
@FunctionalInterface
interface Filter {
    /** @throws dev.karavel.api.error.KaravelException INVALID_REQUEST if the value is of the wrong kind */
    String condition(Value value, Where where);
}
