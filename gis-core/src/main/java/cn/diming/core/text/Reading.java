package cn.diming.core.text;

import java.util.HashMap;
import java.util.Map;

/** One reading, spelled both ways; equal readings are one object within a table. */
record Reading(String toned, String toneless) {

    static final Reading UNKNOWN = new Reading("", "");

    /** Hands out one object per reading: a table of 45,000 characters has but 1,700 readings. */
    static final class Pool {

        private final Map<String, Reading> readings = new HashMap<>();

        Reading[] list(String spaced) {
            String[] toned = spaced.split(" ");
            Reading[] list = new Reading[toned.length];
            for (int i = 0; i < toned.length; i++) {
                list[i] = readings.computeIfAbsent(toned[i], t -> new Reading(t, Tones.toneless(t)));
            }
            return list;
        }
    }
}
