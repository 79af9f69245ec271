package cn.diming.core.numbering;

import java.util.Optional;
import java.util.Set;

/**
 * A local rule of numbering, a row of {@code numbering-profiles.yml}.
 *
 * @param eastWest where a street that runs east–west begins
 * @param northSouth where a street that runs north–south begins
 * @param odd which side has the odd numbers
 * @param metresPerNumber 0 = doors are counted; else each side has one number for so many metres
 * @param gaps which numbers are kept for what is not built yet
 * @param inserted how the number of a door between two numbered ones is written
 * @param deadEndFromMouth a dead end is numbered from its mouth inward, wherever that lies
 * @param avoided numbers that are not given, such as 4 where the bureau allows it; usually none
 * @param village how doors are numbered that are on no street, on two, or on one that leaves the village
 * @param checks from where on a door or a plate is doubtful
 * @param plates what the plates look like
 * @param source law, standard or decision that the row rests on
 * @param confirmWith whom to ask before it is used, when that is not settled
 */
public record NumberingProfile(
        String name,
        String title,
        Origin eastWest,
        Origin northSouth,
        OddSide odd,
        double metresPerNumber,
        Gaps gaps,
        SubStyle inserted,
        boolean deadEndFromMouth,
        Set<Integer> avoided,
        Village village,
        CheckLimits checks,
        PlateModels plates,
        String source,
        Optional<String> confirmWith) {

    public NumberingProfile {
        avoided = Set.copyOf(avoided);
        if (eastWest == Origin.SOUTH
                || eastWest == Origin.NORTH
                || northSouth == Origin.EAST
                || northSouth == Origin.WEST) {
            throw new IllegalArgumentException("起点与道路走向不符");
        }
        if (!(metresPerNumber >= 0)) {
            throw new IllegalArgumentException("每号米数不能为负");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("没有依据");
        }
    }

    /** The end at which numbers begin. */
    public enum Origin {
        EAST("东端"),
        WEST("西端"),
        SOUTH("南端"),
        NORTH("北端"),
        CENTRE("近中心的一端");

        private final String title;

        Origin(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Where odd numbers stand; left and right as one walks towards growing numbers. */
    public enum OddSide {
        LEFT("左侧单号"),
        RIGHT("右侧单号"),
        NORTH_OR_WEST("北侧、西侧单号");

        private final String title;

        OddSide(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * Numbers kept free.
     *
     * @param everyMetres one for so many metres of empty frontage; 0 = none
     * @param frontageMetres what a house with its plot takes; only what is left of a gap beyond it is empty
     * @param sideLanes one for each unnamed lane that joins
     */
    public record Gaps(double everyMetres, double frontageMetres, boolean sideLanes) {

        public static final Gaps NONE = new Gaps(0, 0, false);

        public Gaps {
            if (!(everyMetres >= 0 && frontageMetres >= 0)) {
                throw new IllegalArgumentException("预留间距不能为负");
            }
        }

        int reservedIn(double metres) {
            return everyMetres == 0 ? 0 : (int) Math.floor(Math.max(0, metres - frontageMetres) / everyMetres);
        }
    }

    /**
     * Rules for whole villages.
     *
     * @param rowMetres houses on no street are numbered in rows that are so far apart
     * @param cornerRatio a house as near to the second street as to the first, up to this ratio, stands on a corner
     * @param beyond what becomes of the doors of a street where it leaves the village
     */
    public record Village(double rowMetres, double cornerRatio, BeyondVillage beyond) {

        public Village {
            if (!(rowMetres > 0 && cornerRatio > 0 && cornerRatio <= 1)) {
                throw new IllegalArgumentException("整村编号的行距或街角比例不合理");
            }
        }
    }

    /** The doors of a street beyond the village that is numbered. Given numbers always stay; nobody else gets them. */
    public enum BeyondVillage {
        /** Doors without a given number are counted in, so that villages numbered one after another get one series. */
        COUNTED("与邻村未定号码的门户统一编列"),
        /** The village is a unit of its own: doors beyond it only keep the numbers they have. */
        LEFT_OUT("各村自成一段，邻村号码不动");

        private final String title;

        BeyondVillage(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A door nearer to the street's line than this lies on neither side. */
    public double axisToleranceMetres() {
        return checks.axisToleranceMetres();
    }

    /** A door farther from every street than this is numbered with its village. */
    public double farthestMetres() {
        return checks.farthestMetres();
    }

    public boolean isMetric() {
        return metresPerNumber > 0;
    }

    /** The number of a place so many metres from the street's beginning, in a profile that measures. */
    public int metricNumber(double metres, boolean odd) {
        int step = (int) Math.floor(Math.max(0, metres) / metresPerNumber);
        return 2 * step + (odd ? 1 : 2);
    }
}
