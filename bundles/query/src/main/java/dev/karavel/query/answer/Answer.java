package dev.karavel.query.answer;

/** One answer as gzip, twice: as it is kept, and as it is for the caller who waited for the warehouse. */
public record Answer(byte[] stored, byte[] fresh) {}
