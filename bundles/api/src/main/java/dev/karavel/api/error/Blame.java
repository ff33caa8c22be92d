package dev.karavel.api.error;

/** Whose move it is after a failure. */
public enum Blame {
    /** The request cannot be answered as it was put; asking the same again fails again. */
    CALLER,
    /** The warehouse refused or is away; also a service by which people are told. */
    WAREHOUSE,
    /** Too much at once; asking again later may work. */
    CAPACITY,
    /** A fault of Karavel or of a plugin. */
    PRODUCT
}
