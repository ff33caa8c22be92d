package dev.karavel.sqllab.run;

/** Where runs take place. A door: today threads of this server, later tasks that outlive it. */
public interface Runs {
    /**
     * Hands a run over; returns at once.
     *
     * @param never called in place of the run, where it is interrupted before it got its thread
     * @throws dev.karavel.api.error.KaravelException QUEUE_FULL, CANCELLED if the server is stopping
     */
    void start(long id, Runnable run, Runnable never);

    /** Ends a run that takes place here; false if there is none of that id. */
    boolean interrupt(long id);
}
