package cn.diming.core.naming;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The hash keys a name is found by. Two names may share one by chance: whoever finds a name by a key compares it himself. */
final class NameKeys {

    private static final int RECORD = 0x1000;
    private static final int CHARACTERS = 0x2000;
    private static final int SPECIFIC = 0x3000;
    private static final int SOUND = 0x4000;
    private static final int CANTONESE = 0x5000;

    /** All keys of an entry; a shop is only looked up by its written name. */
    static int[] of(IndexedName name) {
        IntStream keys = IntStream.of(record(name.id()));
        if (name.text().isEmpty()) {
            return keys.toArray();
        }
        NameForm form = NameForm.of(name.text());
        keys = IntStream.concat(keys, IntStream.of(characters(form)));
        if (name.owner() != IndexedName.Owner.SHOP) {
            keys = IntStream.concat(keys, IntStream.of(specific(form.terms().specific())));
            keys = IntStream.concat(keys, sounds(form).stream().mapToInt(key -> key));
            keys = IntStream.concat(keys, cantonese(form).stream().mapToInt(key -> key));
        }
        return keys.distinct().toArray();
    }

    static int record(long id) {
        return mixed(RECORD, Long.hashCode(id));
    }

    /** Finds the same name, and those with the same characters in another order. */
    static int characters(NameForm form) {
        return mixed(CHARACTERS, Arrays.hashCode(form.sorted()));
    }

    static int specific(String specific) {
        return mixed(SPECIFIC, specific.hashCode());
    }

    /** Finds the same and nearly the same sounds. */
    static List<Integer> sounds(NameForm form) {
        return form.sounds().stream()
                .map(sound -> mixed(SOUND, sound.hashCode()))
                .toList();
    }

    static List<Integer> cantonese(NameForm form) {
        return form.cantoneseSounds().stream()
                .map(sound -> mixed(CANTONESE, sound.hashCode()))
                .toList();
    }

    /** Spreads the bits, so that the table may take the lowest of them (finalizer of MurmurHash3). */
    private static int mixed(int kind, int hash) {
        int h = hash * 31 + kind;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    private NameKeys() {}
}
