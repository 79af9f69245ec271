package cn.diming.core.naming;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries by hash key, in plain arrays: a list of entries for each bucket, chained by number. A removed entry leaves its slot
 * empty until enough are empty to be worth tidying up. Not safe for several threads.
 */
final class NameTable {

    private static final int FIRST_BUCKETS = 1 << 6;
    private static final int NONE = -1;

    private @Nullable IndexedName[] entries = new @Nullable IndexedName[FIRST_BUCKETS];
    private int used;
    private int live;
    private int[] heads = filled(FIRST_BUCKETS);
    private int[] keys = new int[FIRST_BUCKETS];
    private int[] slots = new int[FIRST_BUCKETS];
    private int[] next = new int[FIRST_BUCKETS];
    private int links;

    int size() {
        return live;
    }

    void add(IndexedName name, int[] nameKeys) {
        if (used == entries.length) {
            entries = Arrays.copyOf(entries, used * 2);
        }
        entries[used] = name;
        for (int key : nameKeys) {
            link(key, used);
        }
        used++;
        live++;
    }

    /** Takes out all names of a record. */
    void remove(long id) {
        int key = NameKeys.record(id);
        for (int link = heads[bucket(key)]; link != NONE; link = next[link]) {
            IndexedName name = entries[slots[link]];
            if (name != null && name.id() == id) {
                entries[slots[link]] = null;
                live--;
            }
        }
        if (used > 1000 && live < used / 2) {
            tidy();
        }
    }

    /** Shows every entry that has the key. */
    void each(int key, Consumer<IndexedName> work) {
        for (int link = heads[bucket(key)]; link != NONE; link = next[link]) {
            IndexedName name = keys[link] == key ? entries[slots[link]] : null;
            if (name != null) {
                work.accept(name);
            }
        }
    }

    /** Gives back what growing has taken in advance. */
    void trim() {
        entries = Arrays.copyOf(entries, Math.max(1, used));
        keys = Arrays.copyOf(keys, Math.max(1, links));
        slots = Arrays.copyOf(slots, Math.max(1, links));
        next = Arrays.copyOf(next, Math.max(1, links));
    }

    private void link(int key, int slot) {
        if (links == keys.length) {
            keys = Arrays.copyOf(keys, links * 2);
            slots = Arrays.copyOf(slots, links * 2);
            next = Arrays.copyOf(next, links * 2);
        }
        if (links > heads.length * 2) {
            rehash();
        }
        keys[links] = key;
        slots[links] = slot;
        next[links] = heads[bucket(key)];
        heads[bucket(key)] = links++;
    }

    private void rehash() {
        heads = filled(heads.length * 4);
        for (int link = 0; link < links; link++) {
            next[link] = heads[bucket(keys[link])];
            heads[bucket(keys[link])] = link;
        }
    }

    private void tidy() {
        NameTable fresh = new NameTable();
        Arrays.stream(entries, 0, used).filter(Objects::nonNull).forEach(name -> fresh.add(name, NameKeys.of(name)));
        entries = fresh.entries;
        used = fresh.used;
        heads = fresh.heads;
        keys = fresh.keys;
        slots = fresh.slots;
        next = fresh.next;
        links = fresh.links;
    }

    private int bucket(int key) {
        return key & (heads.length - 1);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }
}
