package cn.diming.tiles.mvt;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Compresses tiles better that are asked for often. The first answer takes the quickest compression, because it costs
 * as much as encoding; what many people load is worth more work, in the background.
 */
final class Recompressor {
    /** So many requests make a tile worth it. */
    private static final int OFTEN = 8;

    private static final int WAITING = 1024;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> Thread.ofPlatform()
                    .daemon()
                    .name("tile-compress")
                    .priority(Thread.MIN_PRIORITY)
                    .unstarted(work),
            new ThreadPoolExecutor.DiscardPolicy());

    /** A tile was asked for; counts do not need to be exact. */
    void asked(Tile tile) {
        if (tile.countRequest() == OFTEN) {
            worker.execute(tile::recompress);
        }
    }
}
