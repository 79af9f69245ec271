package cn.diming.tiles.mvt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A quick 64-bit hash of bytes, for entity tags only: it guards against accidents, not against forgers. */
final class ContentHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private ContentHash() {}

    static long of(byte[] bytes) {
        long hash = mix(bytes.length * PRIME);
        int i = 0;
        for (; i + 8 <= bytes.length; i += 8) {
            hash = mix(hash ^ (long) LONGS.get(bytes, i)) + PRIME;
        }
        for (; i < bytes.length; i++) {
            hash = mix(hash ^ (bytes[i] & 0xff)) + PRIME;
        }
        return mix(hash);
    }

    /** Spreads every input bit over all output bits (the finaliser of SplitMix64). */
    static long mix(long value) {
        long spread = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        spread = (spread ^ (spread >>> 27)) * 0x94D049BB133111EBL;
        return spread ^ (spread >>> 31);
    }
}
