package cn.diming.core.search;

import java.util.List;
import java.util.Locale;

/**
 * One number from everything that speaks for a candidate: how alike the names are, whether the divisions agree, whether
 * the door number does, how likely it is meant at all and how near it is.
 */
final class Ranking {

    private static final double WITHOUT_AGREEMENT = 0.15;
    private static final double CLEAR = 0.8;
    private static final double FAR_FETCHED = 0.6;
    private static final double GUESS_FROM = 0.2;
    private static final double GUESS = 0.42;
    private static final double GUESS_MORE = 0.1;
    private static final int TOWN = 4;
    private static final double PRIOR = 0.05;
    private static final double PRIOR_OF_BEGINNING = 0.3;
    private static final double BEGINS = 0.6;
    private static final double NEAR = 0.15;

    private static final double OTHER_SUB_NUMBER = 0.85;
    private static final double OTHER_NUMBER = 0.5;
    private static final double STREET_OF_UNKNOWN_DOOR = 0.8;
    private static final double NO_DOOR = 0.6;
    private static final double UNASKED_DOOR = 0.7;
    private static final double ADDRESS_DISAGREES = 0.85;
    private static final double ADDRESS_NUMBER_DISAGREES = 0.95;

    private final SearchRequest request;
    private final boolean shortBeginning;

    /** @param shortBeginning whether so little has been typed that what is well known is meant rather than what is called just so */
    Ranking(SearchRequest request, boolean shortBeginning) {
        this.request = request;
        this.shortBeginning = shortBeginning;
    }

    Scored score(Candidate candidate, List<Hypothesis> hypotheses) {
        Scored best = new Scored(candidate, -1, 0, 1, hypotheses.getFirst(), 0, NameMatch.NONE, "");
        double near = nearness(candidate);
        for (Hypothesis hypothesis : hypotheses) {
            Circumstances around = Circumstances.of(candidate.row(), hypothesis, near);
            if (most(around) > best.score()) {
                Scored scored = score(candidate, hypothesis, hypothesis == hypotheses.getFirst(), around);
                best = scored.score() > best.score() ? scored : best;
            }
        }
        return best;
    }

    /** What a name that fits wholly would be worth: comparing names costs most, and many hypotheses cannot win by any. */
    private double most(Circumstances around) {
        double base = around.base(1);
        return total(shortBeginning ? Math.max(base, around.known()) : base, base, around);
    }

    private Scored score(Candidate candidate, Hypothesis hypothesis, boolean likeliest, Circumstances around) {
        RankRow row = candidate.row();
        NameMatch match = NameMatch.NONE;
        double names = -1;
        int matched = 0;
        for (int i = 0; i < row.names().size(); i++) {
            NameMatch next = NameMatch.of(
                    hypothesis.name(), row.names().get(i), row.level(), row.kind() != SearchKind.DOOR_PLATE);
            double weighted = next.score() * weight(row.names().get(i).kind());
            if (weighted > names) {
                names = weighted;
                match = next;
                matched = i;
            }
        }
        if (!likeliest && names < CLEAR) {
            match = match.times(FAR_FETCHED);
        }
        names = weighed(names, around.agreement, hypothesis, likeliest);
        double base = around.base(names);
        double total = total(shortBeginning && match.score() >= BEGINS ? around.known() : base, base, around);
        String trace = request.explain() ? trace(hypothesis, match, names, around) : "";
        return new Scored(candidate, total, base, around.near, hypothesis, matched, match, trace);
    }

    private double total(double fits, double base, Circumstances around) {
        double prior = shortBeginning ? PRIOR_OF_BEGINNING : PRIOR;
        double score = fits * (1 - prior) + (base > 0 ? prior * around.prior : 0);
        return Math.clamp(score * (1 - NEAR + NEAR * around.near), 0, 1);
    }

    private static String trace(Hypothesis hypothesis, NameMatch match, double names, Circumstances around) {
        return String.format(
                Locale.ROOT,
                "%s；相似 %.3f，名称 %.2f，区划 %.2f，门牌 %.2f，先验 %.2f，距离 %.2f",
                hypothesis.describe(),
                match.score(),
                names,
                around.agreement,
                around.number,
                around.prior,
                around.near);
    }

    /** What speaks for a candidate besides its names. */
    private record Circumstances(double agreement, double number, double trust, double prior, double near) {

        static Circumstances of(RankRow row, Hypothesis hypothesis, double near) {
            return new Circumstances(
                    hypothesis.agreement(row.division()),
                    Ranking.number(row, hypothesis),
                    hypothesis.trust(),
                    row.prior(),
                    near);
        }

        double base(double names) {
            return names * (WITHOUT_AGREEMENT + (1 - WITHOUT_AGREEMENT) * agreement) * number * trust;
        }

        double known() {
            return agreement * number;
        }
    }

    /** In the right town a faulty name is still the best guess; of a far-fetched reading of the query it is not. */
    private static double weighed(double names, double agreement, Hypothesis hypothesis, boolean likeliest) {
        if (!likeliest && names < CLEAR) {
            return names * FAR_FETCHED;
        }
        boolean rightTown = agreement == 1
                && hypothesis.narrowest().filter(m -> m.level() >= TOWN).isPresent();
        return rightTown && names >= GUESS_FROM ? Math.max(names, GUESS + GUESS_MORE * names) : names;
    }

    private double nearness(Candidate candidate) {
        return request.bias()
                .map(bias -> bias.nearness(candidate.metresFrom(bias.point())))
                .filter(Double::isFinite)
                .orElse(1.0);
    }

    private static double weight(MatchKind kind) {
        return switch (kind) {
            case FORMER -> 0.96;
            case ALIAS -> 0.98;
            case SHORT -> 0.99;
            default -> 1;
        };
    }

    private static double number(RankRow row, Hypothesis hypothesis) {
        if (hypothesis.number().isEmpty()) {
            return row.kind() == SearchKind.DOOR_PLATE ? UNASKED_DOOR : 1;
        }
        HouseNumber asked = hypothesis.number().orElseThrow();
        if (hypothesis.street().isEmpty()) {
            return switch (row.kind()) {
                case DOOR_PLATE -> doorNumber(row.number(), asked, hypothesis.unfinished());
                case STREET -> STREET_OF_UNKNOWN_DOOR;
                default -> NO_DOOR;
            };
        }
        if (row.kind() == SearchKind.DIVISION) {
            return NO_DOOR;
        }
        boolean onStreet = row.address().contains(hypothesis.street());
        return onStreet ? (row.number().equals(asked.token()) ? 1 : ADDRESS_NUMBER_DISAGREES) : ADDRESS_DISAGREES;
    }

    private static double doorNumber(String number, HouseNumber asked, boolean unfinished) {
        if (number.equals(asked.token())) {
            return 1;
        }
        String main = Long.toString(asked.main());
        if (unfinished && number.startsWith(main)) {
            return 0.9 - 0.01 * number.length();
        }
        return number.equals(main) || number.startsWith(main + "-") ? OTHER_SUB_NUMBER : OTHER_NUMBER;
    }
}
