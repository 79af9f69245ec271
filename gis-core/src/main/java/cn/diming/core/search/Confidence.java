package cn.diming.core.search;

import cn.diming.core.text.GenericTerm.Family;
import java.util.List;

/**
 * How surely an answer is what was meant, 0 to 1. The curve is the share of right answers among those with such a likeness
 * of names, measured on 4,500 queries of which a tenth asked for what does not exist ({@code scripts/evaluation}); below one
 * half an answer is rather something else.
 */
final class Confidence {

    private static final double[] LIKENESS = {0, 0.2, 0.3, 0.45, 0.52, 0.6, 0.7, 0.95, 1};
    private static final double[] SHARE = {0, 0.15, 0.3, 0.44, 0.49, 0.83, 0.92, 0.97, 0.99};

    private static final double RATHER_RIGHT = 0.5;
    private static final double SOMETHING_ELSE = 0.45;
    private static final int TOWN = 4;
    private static final int TELLING = 5;
    private static final double BEGINS_AT_LEAST = 0.5;
    private static final double BEGINS_MORE = 0.4;
    private static final double HIGHER_DIVISION_DISAGREES = 0.85;
    private static final double MOST_LEFT_ASIDE = 0.8;
    private static final double SUB_NUMBER_DISAGREES = 0.9;
    private static final double DOOR_NOT_REGISTERED = 0.85;
    private static final double SAME_CERTAINTY = 0.02;
    private static final double SAME_NEARNESS = 0.03;
    private static final double OF_MANY = 0.5;

    /** By the answer alone. */
    static double alone(Scored scored) {
        if (scored.match() == NameMatch.CODE) {
            return scored.score();
        }
        double name = ofName(scored);
        double division = ofDivision(scored);
        double number = ofNumber(scored);
        double together = name * division * number * scored.hypothesis().trust();
        return isSomethingElse(scored) ? Math.min(together, SOMETHING_ELSE) : together;
    }

    /** Less where others fit as well and nothing tells which one is meant; yet what is called so is not something else. */
    static double among(Scored scored, List<Scored> all) {
        double alone = alone(scored);
        if (alone < RATHER_RIGHT) {
            return alone;
        }
        long equal = all.stream()
                .filter(other -> Math.abs(other.certainty() - scored.certainty()) < SAME_CERTAINTY
                        && Math.abs(other.nearness() - scored.nearness()) < SAME_NEARNESS)
                .count();
        return Math.max(RATHER_RIGHT, alone * (OF_MANY + (1 - OF_MANY) / Math.max(1, equal)));
    }

    private static double ofName(Scored scored) {
        double likeness = scored.match().score();
        if (scored.match().relation() != NameRelation.BEGINS) {
            return curve(likeness);
        }
        TypedName typed = scored.hypothesis().name();
        String name = scored.candidate().row().names().get(scored.name()).key();
        double share = Math.min(1, (double) typed.length() / name.codePointCount(0, name.length()));
        return Math.min(curve(likeness), BEGINS_AT_LEAST + BEGINS_MORE * share);
    }

    private static double ofDivision(Scored scored) {
        return scored.hypothesis().agreement(scored.candidate().row().division()) < 1 ? HIGHER_DIVISION_DISAGREES : 1;
    }

    private static double ofNumber(Scored scored) {
        RankRow row = scored.candidate().row();
        if (!scored.hypothesis().wantsPlate()) {
            return 1;
        }
        HouseNumber asked = scored.hypothesis().number().orElseThrow();
        if (row.kind() == SearchKind.STREET) {
            return DOOR_NOT_REGISTERED;
        }
        return row.number().equals(asked.token()) ? 1 : SUB_NUMBER_DISAGREES;
    }

    /** It may be the best there is, and yet it is not what was asked for. */
    private static boolean isSomethingElse(Scored scored) {
        Hypothesis asked = scored.hypothesis();
        RankRow row = scored.candidate().row();
        boolean elsewhere = asked.narrowest()
                .filter(mention -> mention.excludes(row.division()))
                .isPresent();
        boolean otherDoor = asked.wantsPlate()
                && (row.kind() == SearchKind.DOOR_PLATE
                        ? !sameMain(row.number(), asked.number().orElseThrow())
                        : row.kind() != SearchKind.STREET);
        boolean onlyPart = asked.trust() < MOST_LEFT_ASIDE;
        return elsewhere || otherDoor || onlyPart || isLongerName(scored) || isOtherSort(scored) || isChance(scored);
    }

    private static boolean sameMain(String number, HouseNumber asked) {
        String main = Long.toString(asked.main());
        return number.equals(main) || number.startsWith(main + "-");
    }

    /** 体育路一巷 is another thing than 体育路. */
    private static boolean isLongerName(Scored scored) {
        NameRelation relation = scored.match().relation();
        return (relation == NameRelation.BEGINS || relation == NameRelation.TERM_LEFT_OUT)
                && scored.hypothesis().name().isWhole();
    }

    /** Somewhere in a whole county there is often a short name that sounds like another. */
    private static boolean isChance(Scored scored) {
        Hypothesis asked = scored.hypothesis();
        return scored.match().relation() == NameRelation.SIMILAR
                && asked.narrowest().filter(mention -> mention.level() >= TOWN).isEmpty()
                && asked.name().length() < TELLING;
    }

    /** 盐田街道 is another thing than 盐田居委会. */
    private static boolean isOtherSort(Scored scored) {
        if (scored.match().relation() != NameRelation.OTHER_TERM) {
            return false;
        }
        boolean division = isDivision(scored.hypothesis().name().parts());
        RankRow.Name name = scored.candidate().row().names().get(scored.name());
        return division != isDivision(name.parts());
    }

    private static boolean isDivision(cn.diming.core.text.NameParts parts) {
        return parts.generic().filter(term -> term.family() == Family.DIVISION).isPresent();
    }

    private static double curve(double likeness) {
        for (int i = 1; i < LIKENESS.length; i++) {
            if (likeness <= LIKENESS[i]) {
                double part = (likeness - LIKENESS[i - 1]) / (LIKENESS[i] - LIKENESS[i - 1]);
                return SHARE[i - 1] + part * (SHARE[i] - SHARE[i - 1]);
            }
        }
        return SHARE[SHARE.length - 1];
    }

    private Confidence() {}
}
