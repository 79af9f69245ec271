package cn.diming.core.search;

import cn.diming.core.search.TypedName.Reading;
import cn.diming.core.search.TypedName.Script;
import cn.diming.core.text.GenericTerm;
import cn.diming.core.text.GenericTerm.Family;
import cn.diming.core.text.NameParts;
import java.util.Optional;
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
    private static final double OTHER_SETTLED_TERM = 0.85;
    private static final double TERM_LEFT_OUT = 0.955;
    private static final double TERM_OF_HIGH_DIVISION_LEFT_OUT = 0.99;
    private static final double TERM_ADDED = 0.9;
    private static final double SOUND_ONLY = 0.97;
    private static final double INITIALS_ONLY = 0.88;
    private static final double BEGINNING_AT_LEAST = 0.72;
    private static final double BEGINNING_MORE = 0.2;
    private static final int COUNTY = 3;

    /** @param level of the division whose name it is, 0 for anything else */
    static NameMatch of(TypedName typed, RankRow.Name name, int level) {
        if (typed.text().equals(name.key())) {
            return new NameMatch(1, Script.HAN);
        }
        NameMatch best = new NameMatch(0, Script.HAN);
        for (Reading reading : typed.readings()) {
            double score = reading.script() == Script.HAN
                    ? written(typed, reading, name, level)
                    : spoken(reading, name, level) * (reading.script() == Script.PINYIN ? SOUND_ONLY : INITIALS_ONLY);
            if (score > best.score) {
                best = new NameMatch(score, reading.script());
            }
        }
        return best;
    }

    private static double written(TypedName typed, Reading reading, RankRow.Name name, int level) {
        NameParts mine = typed.parts();
        NameParts its = name.parts();
        double whole = likeness(reading, name.key());
        if (mine.generic().isEmpty()) {
            return its.generic().isEmpty()
                    ? whole
                    : Math.max(whole, likeness(reading, its.specific()) * leftOut(level));
        }
        Reading specific = new Reading(
                Script.HAN,
                reading.elements()
                        .subList(
                                0,
                                mine.specific()
                                        .codePointCount(0, mine.specific().length())));
        double stems = likeness(specific, its.specific());
        if (its.generic().isEmpty()) {
            return Math.max(whole, stems * TERM_ADDED);
        }
        return Math.max(exceptEqualTerms(mine, its, whole), stems * alike(mine.generic(), its.generic()));
    }

    /** Where both end in the same term, only the rest is telling. */
    private static double exceptEqualTerms(NameParts mine, NameParts its, double whole) {
        return mine.generic().equals(its.generic()) ? 0 : whole;
    }

    private static double spoken(Reading reading, RankRow.Name name, int level) {
        NameParts its = name.parts();
        double whole = likeness(reading, name.key());
        return its.generic().isEmpty() ? whole : Math.max(whole, likeness(reading, its.specific()) * leftOut(level));
    }

    private static double leftOut(int level) {
        return level > 0 && level <= COUNTY ? TERM_OF_HIGH_DIVISION_LEFT_OUT : TERM_LEFT_OUT;
    }

    private static double alike(Optional<GenericTerm> one, Optional<GenericTerm> other) {
        if (one.equals(other)) {
            return 1;
        }
        Family mine = one.orElseThrow().family();
        Family its = other.orElseThrow().family();
        boolean village = isVillage(one.orElseThrow()) && isVillage(other.orElseThrow());
        if (village) {
            return OTHER_COMMUNITY_TERM;
        }
        return SETTLED.contains(mine) && SETTLED.contains(its) ? OTHER_SETTLED_TERM : 0;
    }

    private static boolean isVillage(GenericTerm term) {
        return term.family() == Family.COMMUNITY || term.text().equals("村");
    }

    /** From the weighted edit distance; one wrong character of two makes a name unlikely, one of five does not. */
    private static double likeness(Reading reading, String key) {
        int[] name = key.codePoints().toArray();
        int typed = reading.elements().size();
        NameDistance distance = NameDistance.between(reading.elements(), name);
        double whole = Math.max(0, 1 - distance.whole() / Math.max(typed, name.length));
        double beginning = typed >= name.length ? 0 : Math.max(0, 1 - distance.beginning() / typed);
        double share = BEGINNING_AT_LEAST + BEGINNING_MORE * typed / Math.max(1, name.length);
        return Math.max(whole * whole, beginning * beginning * share);
    }
}
