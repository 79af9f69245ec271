package cn.diming.core.search;

import cn.diming.core.search.TypedName.Reading;
import cn.diming.core.search.TypedName.Script;
import cn.diming.core.text.GenericTerm;
import cn.diming.core.text.GenericTerm.Family;
import cn.diming.core.text.NameParts;
import java.util.Set;

/**
 * How well a name fits what was typed.
 *
 * @param score 1 = the same
 * @param script how the typed text was read
 */
record NameMatch(double score, Script script) {

    /** Found by its code: the name was not asked for. */
    static final NameMatch CODE = new NameMatch(1, Script.HAN);

    private static final Set<Family> SETTLED = Set.of(Family.COMMUNITY, Family.SETTLEMENT, Family.DIVISION);
    private static final double OTHER_COMMUNITY_TERM = 0.96;
    private static final double ENDS_ALIKE = 0.88;
    private static final double OTHER_SETTLED_TERM = 0.85;
    private static final double TERM_LEFT_OUT = 0.955;
    private static final double TERM_OF_HIGH_DIVISION_LEFT_OUT = 0.99;
    private static final double TERM_ADDED = 0.9;
    private static final double SOUND_ONLY = 0.97;
    private static final double INITIALS_ONLY = 0.88;
    private static final double BEGINNING_AT_LEAST = 0.72;
    private static final double BEGINNING_MORE = 0.2;
    private static final double BEGINNING_WITH_FAULTS = 0.9;
    private static final int COUNTY = 3;

    /**
     * @param level of the division whose name it is, 0 for anything else
     * @param begun whether the text may be the beginning of the name
     */
    static NameMatch of(TypedName typed, RankRow.Name name, int level, boolean begun) {
        if (typed.text().equals(name.key())) {
            return new NameMatch(1, Script.HAN);
        }
        NameMatch best = new NameMatch(0, Script.HAN);
        for (Reading reading : typed.readings()) {
            double score = reading.script() == Script.HAN
                    ? written(typed, reading, name, level, begun)
                    : spoken(reading, name, level, begun)
                            * (reading.script() == Script.PINYIN ? SOUND_ONLY : INITIALS_ONLY);
            if (score > best.score) {
                best = new NameMatch(score, reading.script());
            }
        }
        return best;
    }

    private static double written(TypedName typed, Reading reading, RankRow.Name name, int level, boolean begun) {
        NameParts mine = typed.parts();
        NameParts its = name.parts();
        double whole = likeness(reading, name.key(), 0, begun);
        if (mine.generic().isEmpty() || typed.text().equals(its.specific())) {
            return its.generic().isEmpty()
                    ? whole
                    : Math.max(whole, likeness(reading, its.specific(), 0, begun) * leftOut(level));
        }
        Reading specific = new Reading(
                Script.HAN,
                reading.elements()
                        .subList(
                                0,
                                mine.specific()
                                        .codePointCount(0, mine.specific().length())));
        boolean sameTerm = mine.generic().equals(its.generic());
        double known =
                sameTerm ? Math.min(1, mine.generic().orElseThrow().text().length() / 2.0) : 0;
        double stems = likeness(specific, its.specific(), known, begun && !sameTerm);
        if (its.generic().isEmpty()) {
            return Math.max(whole, stems * TERM_ADDED);
        }
        return sameTerm
                ? stems
                : Math.max(
                        whole,
                        stems
                                * alike(
                                        mine.generic().orElseThrow(),
                                        its.generic().orElseThrow()));
    }

    private static double spoken(Reading reading, RankRow.Name name, int level, boolean begun) {
        NameParts its = name.parts();
        double whole = likeness(reading, name.key(), 0, begun);
        return its.generic().isEmpty()
                ? whole
                : Math.max(whole, likeness(reading, its.specific(), 0, begun) * leftOut(level));
    }

    private static double leftOut(int level) {
        return level > 0 && level <= COUNTY ? TERM_OF_HIGH_DIVISION_LEFT_OUT : TERM_LEFT_OUT;
    }

    private static double alike(GenericTerm one, GenericTerm other) {
        if (isVillage(one) && isVillage(other)) {
            return OTHER_COMMUNITY_TERM;
        }
        if (!SETTLED.contains(one.family()) || !SETTLED.contains(other.family())) {
            return 0;
        }
        boolean endsAlike = one.text().endsWith(other.text()) || other.text().endsWith(one.text());
        return endsAlike ? ENDS_ALIKE : OTHER_SETTLED_TERM;
    }

    private static boolean isVillage(GenericTerm term) {
        return term.family() == Family.COMMUNITY || term.text().equals("村");
    }

    /**
     * From the weighted edit distance; one wrong character of two makes a name unlikely, one of five does not.
     *
     * @param known how much the equal generic term, which is not compared, adds to the length
     */
    private static double likeness(Reading reading, String key, double known, boolean begun) {
        int[] name = key.codePoints().toArray();
        int typed = reading.elements().size();
        NameDistance distance = NameDistance.between(reading.elements(), name);
        double whole = Math.max(0, 1 - distance.whole() / (Math.max(typed, name.length) + known));
        if (!begun || typed >= name.length) {
            return whole * whole;
        }
        double beginning = Math.max(0, 1 - distance.beginning() / typed);
        double share = BEGINNING_AT_LEAST + BEGINNING_MORE * typed / name.length;
        double careful = distance.beginning() > 0 ? BEGINNING_WITH_FAULTS : 1;
        return Math.max(whole * whole, beginning * beginning * share * careful);
    }
}
