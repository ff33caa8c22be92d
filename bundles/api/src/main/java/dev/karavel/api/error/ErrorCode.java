package dev.karavel.api.error;

/** Everything that can go wrong, each with the one to blame. The names are part of the REST interface. */
public enum ErrorCode {
    INVALID_REQUEST(Blame.CALLER),
    UNAUTHENTICATED(Blame.CALLER),
    FORBIDDEN(Blame.CALLER),
    /** Also said of things the caller may not know of. */
    NOT_FOUND(Blame.CALLER),
    /** Somebody else changed it meanwhile, or the name is taken. */
    CONFLICT(Blame.CALLER),
    /** A typed statement that is not allowed, or not provably harmless. */
    STATEMENT_REFUSED(Blame.CALLER),
    TOO_LARGE(Blame.CALLER),
    /** A result that was kept for a while and is no more: ask again. */
    RESULT_EXPIRED(Blame.CALLER),
    WAREHOUSE_UNREACHABLE(Blame.WAREHOUSE),
    WAREHOUSE_REFUSED(Blame.WAREHOUSE),
    WAREHOUSE_TIMEOUT(Blame.WAREHOUSE),
    CANCELLED(Blame.CALLER),
    /** A way by which people are told is away or busy: trying again may help. */
    CHANNEL_UNREACHABLE(Blame.WAREHOUSE),
    /** It does not take the message or the recipient, or is not configured. */
    CHANNEL_REFUSED(Blame.CALLER),
    TOO_MANY_REQUESTS(Blame.CAPACITY),
    QUEUE_FULL(Blame.CAPACITY),
    PLUGIN_MISSING(Blame.PRODUCT),
    PLUGIN_FAILED(Blame.PRODUCT),
    INTERNAL(Blame.PRODUCT);

    private final Blame blame;

    ErrorCode(Blame blame) {
        this.blame = blame;
    }

    public Blame blame() {
        return blame;
    }
}
