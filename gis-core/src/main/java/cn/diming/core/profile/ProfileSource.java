package cn.diming.core.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A profile file as it is written, before it inherits. */
record ProfileSource(
        String name,
        String title,
        Optional<String> description,
        Optional<String> parent,
        List<String> divisions,
        Map<String, List<Entry>> sections) {

    /** A row, or the word that an inherited row is not to be there. */
    record Entry(String key, Optional<ProfileRow> row) {}
}
