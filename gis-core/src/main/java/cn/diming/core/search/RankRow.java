package cn.diming.core.search;

import cn.diming.core.text.NameParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * What re-ranking needs of a candidate, small enough to be read for a hundred of them on each query.
 *
 * @param level of a division, 0 of anything else
 * @param prior 0 to 1: how likely it is meant when nothing else decides
 * @param division significant digits of the division it is or lies in; may be empty
 * @param number of a door plate or of the address, as token; may be empty
 * @param address key of the address of a shop or facility; may be empty
 */
record RankRow(
        SearchKind kind, int level, float prior, String division, String number, String address, List<Name> names) {

    private static final String PART = "\u0001";

    /** A name's key and why it is called so; the order is that of the stored answer. */
    record Name(String key, MatchKind kind, NameParts parts) {

        /** A plate without a street has an empty key, which has no parts. */
        Name(String key, MatchKind kind) {
            this(key, kind, key.isEmpty() ? NOTHING : NameText.split(key));
        }

        private static final NameParts NOTHING = new NameParts(" ", Optional.empty());
    }

    /** The same under other names. */
    RankRow called(List<Name> others) {
        return new RankRow(kind, level, prior, division, number, address, others);
    }

    BytesRef encode() {
        StringBuilder text = new StringBuilder();
        text.append((char) ('A' + kind.ordinal()))
                .append((char) ('0' + level))
                .append((char) ('0' + Math.round(prior * 50)))
                .append(division)
                .append(PART)
                .append(number)
                .append(PART)
                .append(address);
        for (Name name : names) {
            text.append(PART).append((char) ('a' + name.kind.ordinal())).append(name.key);
        }
        return new BytesRef(text);
    }

    static RankRow decode(BytesRef bytes) {
        String text = bytes.utf8ToString();
        String[] parts = text.substring(3).split(PART, -1);
        List<Name> names = new ArrayList<>(parts.length - 3);
        for (int i = 3; i < parts.length; i++) {
            names.add(new Name(parts[i].substring(1), MatchKind.values()[parts[i].charAt(0) - 'a']));
        }
        return new RankRow(
                SearchKind.values()[text.charAt(0) - 'A'],
                text.charAt(1) - '0',
                (text.charAt(2) - '0') / 50f,
                parts[0],
                parts[1],
                parts[2],
                names);
    }
}
