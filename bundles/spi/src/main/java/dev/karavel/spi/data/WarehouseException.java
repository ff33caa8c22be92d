package dev.karavel.spi.data;

/** A warehouse could not do what it was asked. The message is for people who may manage the database, not for everyone. */
public class WarehouseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as it can be told apart. */
    public enum Reason {
        /** The connection form is incomplete or wrong; see {@link WarehouseException#field}. */
        SETTINGS,
        HOST_UNKNOWN,
        PORT_CLOSED,
        CREDENTIALS,
        DATABASE_UNKNOWN,
        /** The connection cannot be encrypted as asked, or the server's certificate is not trusted. */
        TLS,
        /** The JDBC driver is not there; the message says which jar goes where. */
        DRIVER_MISSING,
        /** The connection was lost or could not be made for another reason. */
        UNREACHABLE,
        /** The warehouse refused the statement: syntax, unknown table or column, missing right. */
        STATEMENT,
        /** A table of that name is there already. */
        TABLE_EXISTS,
        TIMEOUT,
        CANCELLED,
        /** The plugin went away, or the warehouse was closed meanwhile. */
        CLOSED
    }

    private final Reason reason;
    private final String field;

    public WarehouseException(Reason reason, String field, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.field = field;
    }

    public WarehouseException(Reason reason, String field, String message) {
        this(reason, field, message, null);
    }

    public WarehouseException(Reason reason, String message, Throwable cause) {
        this(reason, "", message, cause);
    }

    public WarehouseException(Reason reason, String message) {
        this(reason, "", message, null);
    }

    public Reason reason() {
        return reason;
    }

    /** The setting to correct, or empty. */
    public String field() {
        return field;
    }
}
