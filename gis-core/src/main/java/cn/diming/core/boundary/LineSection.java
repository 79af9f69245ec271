package cn.diming.core.boundary;

import java.util.Arrays;
import java.util.Optional;

/**
 * A stretch of a line and what defines it. A river or road that moves does not move the line (Art. 7).
 *
 * @param fromMetres along the line from its start, geodesic
 * @param toMetres further along
 * @param feature the name of the river, road or ridge
 */
public record LineSection(
        double fromMetres, double toMetres, Basis basis, Optional<String> feature, Optional<String> description) {

    public LineSection {
        if (!(fromMetres >= 0 && toMetres > fromMetres)) {
            throw new IllegalArgumentException("界线段的起止里程有误：" + fromMetres + " 至 " + toMetres);
        }
    }

    /** What a stretch follows. */
    public enum Basis {
        RIVER("以河流为界"),
        ROAD("以道路为界"),
        RIDGE("以山脊、分水岭为界"),
        STRAIGHT("直线"),
        CUSTOM("按现状习惯线");

        private final String title;

        Basis(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }

        /** Whether it can move by itself, after which a special inspection is due (Art. 12). */
        public boolean canMove() {
            return this == RIVER || this == ROAD;
        }

        public static Optional<Basis> find(String text) {
            return Arrays.stream(values())
                    .filter(basis -> basis.name().equals(text) || basis.title.equals(text))
                    .findFirst();
        }
    }
}
