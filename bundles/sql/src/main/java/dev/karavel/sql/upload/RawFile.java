package dev.karavel.sql.upload;

/** A file whose rows can be read as often as needed. */
interface RawFile {
    /** From the first row after those to skip. */
    RawRows open();
}
