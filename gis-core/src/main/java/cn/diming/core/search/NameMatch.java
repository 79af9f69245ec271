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
 * @param relation why it fits
 */
record NameMatch(double score, Script script, NameRelation relation) {

    /** Found by its code: the name was not asked for. */
    static final NameMatch CODE = new NameMatch(1, Script.HAN, NameRelation.SAME);

    static final NameMatch NONE = new NameMatch(0, Script.HAN, NameRelation.DIFFERENT);

    private static final Set<Family> SETTLED = Set.of(Family.COMMUNITY, Family.SETTLEMENT, Family.DIVISION);
    private static final double OTHER_COMMUNITY_TERM = 0.96;
    private static final double SAME_TERM_ALONE = 0.9;
    private static final double SAME_COMMUNITY = 0.98;
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
            return new NameMatch(1, Script.HAN, NameRelation.SAME);
        }
        NameMatch best = NONE;
        if (NameText.isLatin(typed.text())) {
            Sounded sounded = Sounded.of(typed.text(), name.key());
            if (sounded.whole) {
                return new NameMatch(SOUND_ONLY, Script.PINYIN, NameRelation.SAME);
            }
            best = begun ? sounded.beginning() : best;
        }
        for (Reading reading : typed.readings()) {
            NameMatch match = reading.script() == Script.HAN
                    ? written(typed, reading, name, level, begun)
                    : spoken(reading, name, level, begun)
                            .times(reading.script() == Script.PINYIN ? SOUND_ONLY : INITIALS_ONLY);
            best = best.or(match);
        }
        return best;
    }

    private static NameMatch written(TypedName typed, Reading reading, RankRow.Name name, int level, boolean begun) {
        NameParts mine = typed.parts();
        NameParts its = name.parts();
        NameMatch whole = likeness(reading, name.key(), 0, begun);
        if (mine.generic().isEmpty() || typed.text().equals(its.specific())) {
            return its.generic().isEmpty()
                    ? whole
                    : whole.or(withoutTerm(likeness(reading, its.specific(), 0, begun), level));
        }
        int length = mine.specific().codePointCount(0, mine.specific().length());
        Reading specific = new Reading(Script.HAN, reading.elements().subList(0, length));
        GenericTerm term = mine.generic().orElseThrow();
        boolean sameTerm = mine.generic().equals(its.generic());
        double known = sameTerm ? Math.min(1, term.text().length() / 2.0) : 0;
        NameMatch stems = likeness(specific, its.specific(), known, false);
        if (sameTerm) {
            return stems.or(whole.times(SAME_TERM_ALONE));
        }
        double alike = its.generic().map(other -> alike(term, other)).orElse(TERM_ADDED);
        return whole.or(stems.times(alike).as(NameRelation.OTHER_TERM));
    }

    private static NameMatch spoken(Reading reading, RankRow.Name name, int level, boolean begun) {
        NameParts its = name.parts();
        NameMatch whole = likeness(reading, name.key(), 0, begun);
        return its.generic().isEmpty()
                ? whole
                : whole.or(withoutTerm(likeness(reading, its.specific(), 0, begun), level));
    }

    private static NameMatch withoutTerm(NameMatch stem, int level) {
        return stem.times(leftOut(level)).as(NameRelation.TERM_LEFT_OUT);
    }

    private NameMatch or(NameMatch other) {
        return other.score > score ? other : this;
    }

    NameMatch times(double factor) {
        return new NameMatch(score * factor, script, relation);
    }

    /** What is only similar stays so, whatever its term. */
    private NameMatch as(NameRelation other) {
        return relation == NameRelation.SAME ? new NameMatch(score, script, other) : this;
    }

    /**
     * How letters stand to a name's pinyin, each character in any of its readings.
     *
     * @param whole whether they are all of it
     * @param share of the characters they reach, 0 where they are no beginning of it; within a syllable they may end anywhere
     */
    private record Sounded(boolean whole, double share) {

        static Sounded of(String letters, String name) {
            boolean[] reached = new boolean[letters.length() + 1];
            reached[0] = true;
            double share = 0;
            for (int i = 0; i < name.length(); ) {
                int character = name.codePointAt(i);
                i += Character.charCount(character);
                boolean[] next = new boolean[letters.length() + 1];
                for (String sound : CharacterTraits.of(character).sounds()) {
                    for (int at = 0; at < letters.length(); at++) {
                        int end = Math.min(letters.length(), at + sound.length());
                        if (reached[at] && letters.regionMatches(at, sound, 0, end - at)) {
                            boolean complete = end - at == sound.length();
                            next[end] |= complete;
                            share = end == letters.length() && share == 0 ? (double) i / name.length() : share;
                        }
                    }
                }
                reached = next;
            }
            return new Sounded(reached[letters.length()], share);
        }

        NameMatch beginning() {
            double score = share == 0 ? 0 : (BEGINNING_AT_LEAST + BEGINNING_MORE * share) * SOUND_ONLY;
            return new NameMatch(score, Script.PINYIN, NameRelation.BEGINS);
        }
    }

    private static double leftOut(int level) {
        return level > 0 && level <= COUNTY ? TERM_OF_HIGH_DIVISION_LEFT_OUT : TERM_LEFT_OUT;
    }

    private static double alike(GenericTerm one, GenericTerm other) {
        if (isVillage(one) && isVillage(other)) {
            return isRural(one) == isRural(other) ? SAME_COMMUNITY : OTHER_COMMUNITY_TERM;
        }
        if (!SETTLED.contains(one.family()) || !SETTLED.contains(other.family())) {
            return 0;
        }
        boolean endsAlike = one.text().endsWith(other.text()) || other.text().endsWith(one.text());
        return endsAlike ? ENDS_ALIKE : OTHER_SETTLED_TERM;
    }

    /** 村 and 村民委员会 as against 社区 and 居民委员会. */
    private static boolean isRural(GenericTerm term) {
        return term.text().startsWith("村");
    }

    private static boolean isVillage(GenericTerm term) {
        return term.family() == Family.COMMUNITY || term.text().equals("村");
    }

    /**
     * From the weighted edit distance; one wrong character of two makes a name unlikely, one of five does not.
     *
     * @param known how much the equal generic term, which is not compared, adds to the length
     */
    private static NameMatch likeness(Reading reading, String key, double known, boolean begun) {
        int[] name = NameText.codePoints(key);
        int typed = reading.elements().size();
        NameDistance distance = NameDistance.between(reading.elements(), name);
        double whole = Math.max(0, 1 - distance.whole() / (Math.max(typed, name.length) + known));
        NameRelation relation = distance.whole() == 0 ? NameRelation.SAME : NameRelation.SIMILAR;
        NameMatch match = new NameMatch(whole * whole, reading.script(), relation);
        if (!begun || typed >= name.length) {
            return match;
        }
        double beginning = Math.max(0, 1 - distance.beginning() / typed);
        double share = BEGINNING_AT_LEAST + BEGINNING_MORE * typed / name.length;
        double careful = distance.beginning() > 0 ? BEGINNING_WITH_FAULTS : 1;
        return match.or(new NameMatch(beginning * beginning * share * careful, reading.script(), NameRelation.BEGINS));
    }
}
