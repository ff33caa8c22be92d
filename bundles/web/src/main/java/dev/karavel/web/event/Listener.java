package dev.karavel.web.event;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * An open page that listens. Costs no thread: what cannot be written at once waits in a bounded queue until the container says
 * that the line is free; a page that falls behind is cut off, reconnects and gets a fresh snapshot.
 */
final class Listener implements WriteListener, AsyncListener {
    private static final int MOST_WAITING = 256;

    private final long userId;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<Listener> whenGone;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean flushDue;
    private boolean gone;

    Listener(long userId, AsyncContext context, Consumer<Listener> whenGone) throws IOException {
        this.userId = userId;
        this.context = context;
        this.whenGone = whenGone;
        out = context.getResponse().getOutputStream();
        context.addListener(this);
    }

    long userId() {
        return userId;
    }

    /** Never blocks. */
    void send(byte[] event) {
        boolean full;
        synchronized (this) {
            if (gone) {
                return;
            }
            full = waiting.size() >= MOST_WAITING;
            if (!full) {
                waiting.add(event);
            }
        }
        if (full) {
            close();
        } else {
            pump();
        }
    }

    void open() {
        out.setWriteListener(this);
    }

    @Override
    public void onWritePossible() {
        pump();
    }

    private void pump() {
        try {
            write();
        } catch (IOException | IllegalStateException e) {
            close();
        }
    }

    private synchronized void write() throws IOException {
        while (!gone && out.isReady()) {
            byte[] next = waiting.poll();
            if (next != null) {
                out.write(next);
                flushDue = true;
            } else if (flushDue) {
                flushDue = false;
                out.flush();
            } else {
                return;
            }
        }
    }

    void close() {
        synchronized (this) {
            if (gone) {
                return;
            }
            gone = true;
            waiting.clear();
        }
        whenGone.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // the container completed it already: the page is gone
        }
    }

    @Override
    public void onError(Throwable thrown) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // one request is started once
    }
}
