package cn.diming.core.inspection;

import cn.diming.core.boundary.MarkerStatus;
import cn.diming.core.geo.LonLat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What somebody found outside. */
public sealed interface Finding {

    int LONGEST_TEXT = 1000;
    int LONGEST_NAME = 40;

    /** Where the receiver said the marker is; WGS 84 of telephones is taken for CGCS2000, see its accuracy. */
    record Fix(LonLat at, double accuracyMetres) {

        private static final double MOST = 10_000;

        /** @throws cn.diming.core.record.Refused for an accuracy that is none */
        public Fix {
            if (!(accuracyMetres >= 0 && accuracyMetres <= MOST)) {
                throw Words.refused("定位精度应为 0 至 10000 米");
            }
        }
    }

    /**
     * A marker that was looked at.
     *
     * @param offsetMetres geodesic, from the registered place to the fix; reckoned here, never told by a telephone
     * @param otherSide who of the other side was there
     */
    record MarkerCheck(
            long markerId,
            MarkerStatus status,
            Optional<Fix> fix,
            OptionalDouble offsetMetres,
            Optional<String> cause,
            MarkerAction action,
            Optional<String> otherSide,
            Optional<String> note)
            implements Finding {

        /** @throws cn.diming.core.record.Refused for what contradicts itself or the law */
        public MarkerCheck {
            cause = Words.fit(cause, LONGEST_TEXT, "原因");
            otherSide = Words.fit(otherSide, LONGEST_NAME, "对方在场人员");
            note = Words.fit(note, LONGEST_TEXT, "说明");
            if (action.needsBothSides() && otherSide.isEmpty()) {
                throw Words.refused(action.title() + "界桩须有毗邻一方在场，请写明对方在场人员（《行政区域界线管理条例》第六条；擅自修复的依第十六条第四项处分）");
            }
            if (status != MarkerStatus.INTACT && cause.isEmpty()) {
                throw Words.refused("界桩" + status.title() + "的，请写明原因");
            }
            if (status == MarkerStatus.INTACT && action.needsBothSides()) {
                throw Words.refused("界桩完好，不应" + action.title());
            }
        }

        MarkerCheck withOffset(OptionalDouble metres) {
            return new MarkerCheck(markerId, status, fix, metres, cause, action, otherSide, note);
        }
    }

    /**
     * A stretch of the line that was walked.
     *
     * @param fromMetres along the line, geodesic
     * @param identifiable whether the line can be made out on the ground
     * @param changes of rivers, roads, buildings and land use near the line
     * @param oneSided markers that one side set alone
     * @param interviews how many residents were asked
     */
    record SegmentCheck(
            double fromMetres,
            double toMetres,
            boolean identifiable,
            Optional<String> changes,
            Optional<String> oneSided,
            List<CrossingProject> projects,
            int interviews,
            Optional<String> heard,
            Optional<String> disputes,
            Optional<String> note)
            implements Finding {

        private static final int MOST_INTERVIEWS = 10_000;
        private static final int MOST_PROJECTS = 50;

        /** @throws cn.diming.core.record.Refused for a stretch that is none, or too many words */
        public SegmentCheck {
            projects = List.copyOf(projects);
            changes = Words.fit(changes, LONGEST_TEXT, "地物变化");
            oneSided = Words.fit(oneSided, LONGEST_TEXT, "单方设置的标志");
            heard = Words.fit(heard, LONGEST_TEXT, "走访情况");
            disputes = Words.fit(disputes, LONGEST_TEXT, "争议");
            note = Words.fit(note, LONGEST_TEXT, "说明");
            if (!(fromMetres >= 0 && toMetres > fromMetres)) {
                throw Words.refused("界线段的起止里程有误");
            }
            if (interviews < 0 || interviews > MOST_INTERVIEWS || projects.size() > MOST_PROJECTS) {
                throw Words.refused("走访应为 0 至 10000 人，跨界项目至多 50 个");
            }
        }
    }

    /** Something built or farmed across the line, which needs the consent of both governments (Art. 10). */
    record CrossingProject(String name, boolean bothConsented) {

        /** @throws cn.diming.core.record.Refused without a name */
        public CrossingProject {
            name = name.strip();
            if (name.isEmpty() || Words.unfit(name, LONGEST_NAME)) {
                throw Words.refused("跨界项目应写明名称，至多 " + LONGEST_NAME + " 字");
            }
        }
    }
}
