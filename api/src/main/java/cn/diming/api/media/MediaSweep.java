package cn.diming.api.media;

import cn.diming.core.media.Media;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Clears away files that no record refers to any more, once a day. */
@Component
class MediaSweep {

    private static final Logger LOG = LoggerFactory.getLogger(MediaSweep.class);
    private static final long FIRST_MINUTES = 10;
    private static final long DAY_MINUTES = TimeUnit.DAYS.toMinutes(1);

    private final Media media;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("media-sweep").factory());

    MediaSweep(Media media) {
        this.media = media;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var unused = timer.scheduleWithFixedDelay(this::sweep, FIRST_MINUTES, DAY_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /** A day on which it fails is followed by one on which it may not. */
    private void sweep() {
        try {
            int swept = media.sweep();
            if (swept > 0) {
                LOG.info("removed {} media files that no record refers to", swept);
            }
        } catch (RuntimeException broken) {
            LOG.warn("the media folder could not be swept", broken);
        }
    }
}
