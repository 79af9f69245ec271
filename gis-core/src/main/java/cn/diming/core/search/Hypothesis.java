package cn.diming.core.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One way to understand a query: in these divisions, something of this name, perhaps with this door number.
 *
 * @param mentions divisions it is said to lie in
 * @param name of the thing itself; of a door plate its street
 * @param number of the door asked for
 * @param unfinished the number may go on: it is still being typed
 * @param street key of the street on which a named thing is said to stand; may be empty
 * @param trust 0 to 1: below 1 where something of the query was left aside
 */
record Hypothesis(
        List<Mention> mentions,
        TypedName name,
        Optional<HouseNumber> number,
        boolean unfinished,
        String street,
        double trust) {

    private static final double NOT_KNOWN = 0.5;

    /** The mention that narrows most. */
    Optional<Mention> narrowest() {
        return mentions.stream().max(Comparator.comparingInt(Mention::level));
    }

    /** A door is meant, not something that stands there. */
    boolean wantsPlate() {
        return number.isPresent() && street.isEmpty();
    }

    /**
     * Share of the mentions that hold for a division, deeper ones counting more; 1 without mentions.
     *
     * @param division empty when not known where the thing lies
     */
    double agreement(String division) {
        if (division.isEmpty() && !mentions.isEmpty()) {
            return NOT_KNOWN;
        }
        int all = 0;
        int held = 0;
        for (Mention mention : mentions) {
            all += mention.level();
            held += mention.held(division);
        }
        return all == 0 ? 1 : (double) held / all;
    }

    /** For people who ask why. */
    String describe() {
        String divisions = mentions.stream().map(Mention::text).collect(Collectors.joining("、"));
        return (divisions.isEmpty() ? "" : "区划「" + divisions + "」 ")
                + "名称「" + name.text() + "」"
                + (street.isEmpty() ? "" : " 街路巷「" + street + "」")
                + number.map(n -> " 门牌「" + n.token() + "号」").orElse("");
    }
}
