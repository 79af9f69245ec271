package cn.diming.core.text;

import java.util.HashMap;
import java.util.Map;

/** One reading with its keys; equal readings are one object within a table. */
record Reading(String toned, String toneless, String confusable) {

    static final Reading UNKNOWN = new Reading("", "", "");

    static Reading of(String toned) {
        String toneless = Tones.toneless(toned);
        return new Reading(toned, toneless, SoundAlike.confusable(toneless));
    }

    /** Hands out one object per reading: a table of 45,000 characters has but 1,700 readings. */
    static final class Pool {

        private final Map<String, Reading> readings = new HashMap<>();

        Reading[] list(String spaced) {
            String[] toned = spaced.split(" ");
            Reading[] list = new Reading[toned.length];
            for (int i = 0; i < toned.length; i++) {
                list[i] = readings.computeIfAbsent(toned[i], Reading::of);
            }
            return list;
        }
    }
}
