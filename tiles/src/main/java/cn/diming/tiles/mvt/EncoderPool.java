package cn.diming.tiles.mvt;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Encoders that are not at work: one has large buffers and serves one thread at a time. */
final class EncoderPool {
    private final Queue<TileEncoder> free = new ConcurrentLinkedQueue<>();
    private final int publicDecimals;

    /** @param publicDecimals decimals of a degree that the public is told */
    EncoderPool(int publicDecimals) {
        this.publicDecimals = publicDecimals;
    }

    byte[] encode(Snapshot snapshot, View view, TileCoord tile) {
        TileEncoder taken = free.poll();
        TileEncoder encoder = taken == null ? new TileEncoder(publicDecimals) : taken;
        byte[] bytes = encoder.encode(snapshot.layers(), view.layers(), view.viewer(), tile);
        free.add(encoder);
        return bytes;
    }
}
