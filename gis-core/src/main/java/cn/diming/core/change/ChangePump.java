package cn.diming.core.change;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads one follower along the journal on a thread of its own. A commit of this process wakes it at once, one of another
 * process that a server tells of as well; it also looks by itself every so often, because a wake-up may be lost.
 */
public final class ChangePump implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangePump.class);
    private static final int CHUNK = 500;
    private static final long LOOK_MILLIS = 500;
    private static final long RETRY_MILLIS = 2000;

    private final ChangeJournal journal;
    private final ChangeFollower follower;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    public ChangePump(ChangeJournal journal, ChangeFollower follower) {
        this.journal = journal;
        this.follower = follower;
        this.thread =
                Thread.ofPlatform().daemon().name("follow-" + follower.name()).unstarted(this::run);
        journal.onCommit(seq -> wakeUp.release());
    }

    /** Somebody knows that there is something to look at. */
    public void wake() {
        wakeUp.release();
    }

    /** Catches up before it returns, then goes on in the background. */
    public ChangePump start() {
        if (follower.cursor() == 0 || follower.cursor() > journal.latest()) {
            follower.rebuild();
        }
        catchUp();
        thread.start();
        return this;
    }

    /** Applies what is in the journal now. */
    public synchronized void catchUp() {
        while (true) {
            List<Change> changes = journal.since(follower.cursor(), CHUNK);
            if (changes.isEmpty()) {
                return;
            }
            follower.apply(changes);
        }
    }

    private void run() {
        while (!closed) {
            try {
                wakeUp.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                wakeUp.drainPermits();
                catchUp();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                if (!closed) {
                    LOG.error(
                            "{} cannot follow the journal after change {}", follower.name(), follower.cursor(), failed);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            wakeUp.tryAcquire(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        wakeUp.release(); // never an interrupt: it would close the index's files under the follower's hands
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
