package cn.diming.api.job;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does one job after the other, behind everything else that the server does. It sleeps while there is none and looks
 * by itself now and then; a job that fails is tried again after as long a pause.
 */
public final class JobThread {

    private static final Logger LOG = LoggerFactory.getLogger(JobThread.class);
    private static final long LOOK_SECONDS = 30;

    private final Jobs jobs;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** Where the jobs come from. */
    @FunctionalInterface
    public interface Jobs {
        /** Does the next one; false when there was none. */
        boolean doNext() throws InterruptedException;
    }

    /** @param name for logs */
    public JobThread(String name, Jobs jobs) {
        this.jobs = jobs;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name(name)
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Says that there is something to do. */
    public void wake() {
        wakeUp.release();
    }

    /** Whether a job that lasts should break off. */
    public boolean isClosed() {
        return closed;
    }

    /** Begins no further job, and waits for the one at hand to break off. */
    public void stop(long atMostSeconds) throws InterruptedException {
        closed = true;
        wakeUp.release();
        thread.join(TimeUnit.SECONDS.toMillis(atMostSeconds));
    }

    private void run() {
        while (!closed) {
            try {
                if (!jobs.doNext()) {
                    pause();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.error("{} stopped for a while", thread.getName(), failed);
                pauseAfterFault();
            }
        }
    }

    private void pause() throws InterruptedException {
        wakeUp.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void pauseAfterFault() {
        try {
            pause();
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }
}
