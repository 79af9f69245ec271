package cn.diming.api.tile;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One open stream of changes. Nothing here waits for the client: what it has not taken yet stands in a short queue, and one
 * that does not keep up is let go; it comes back and goes on where it was.
 */
final class ChangeConnection implements WriteListener, AsyncListener {

    private static final int MOST_WAITING = 256;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Runnable whenClosed;
    private final long endsAt;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private long sentUpTo;
    private boolean started;
    private boolean closed;

    /**
     * @param sentUpTo number of the journal up to which the client knows everything
     * @param endsAt when it has to come back, as {@link System#nanoTime} tells time
     */
    ChangeConnection(AsyncContext context, long sentUpTo, long endsAt, Runnable whenClosed) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.sentUpTo = sentUpTo;
        this.endsAt = endsAt;
        this.whenClosed = whenClosed;
    }

    void start() {
        context.addListener(this);
        out.setWriteListener(this);
    }

    boolean isOver(long now) {
        return now - endsAt > 0;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized long sentUpTo() {
        return sentUpTo;
    }

    /** Sends an event unless the client has it. */
    synchronized void send(long seq, byte[] frame) {
        if (seq > sentUpTo) {
            sentUpTo = seq;
            send(frame);
        }
    }

    synchronized void send(byte[] frame) {
        if (closed) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            close();
            return;
        }
        waiting.add(frame);
        if (started) {
            write();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        started = true;
        write();
    }

    private void write() {
        try {
            boolean written = false;
            while (!closed && out.isReady()) {
                byte[] next = waiting.poll();
                if (next != null) {
                    out.write(next);
                    written = true;
                } else if (written) {
                    out.flush();
                    written = false;
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException gone) {
            close();
        }
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            waiting.clear();
            whenClosed.run();
            try {
                context.complete();
            } catch (IllegalStateException gone) {
                // the container ended it already
            }
        }
    }

    @Override
    public void onError(Throwable gone) {
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
        // it is never started twice
    }
}
