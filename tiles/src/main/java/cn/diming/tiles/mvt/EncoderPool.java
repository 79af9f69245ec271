package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Layer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Encoders that are not at work: one has large buffers and serves one thread at a time. */
final class EncoderPool {
    private final Queue<TileEncoder> free = new ConcurrentLinkedQueue<>();

    byte[] encode(Snapshot snapshot, List<Layer> layers, TileCoord tile) {
        TileEncoder taken = free.poll();
        TileEncoder encoder = taken == null ? new TileEncoder() : taken;
        byte[] bytes = encoder.encode(snapshot.layers(), layers, tile);
        free.add(encoder);
        return bytes;
    }
}
