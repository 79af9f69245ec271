package cn.diming.core.territory;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.region.DivisionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;

/**
 * The territory guard (《行政区域界线管理条例》 Art. 6, 7, 9): whatever writes divisions or lines asks here first. A legal line, and
 * the outline of a division along one, moves with a new agreement version only. Triggers in both databases refuse what comes
 * another way (V17.1); {@link #warrant} is the leave that they look for.
 */
public final class TerritoryGuard {

    /** Columns of a line that belong to its agreement. */
    private static final Set<String> AGREED = Set.of(
            "line_code",
            "left_code",
            "right_code",
            "level",
            "kind",
            "agreement",
            "agreement_version",
            "agreed_on",
            "stated_length_metres",
            "course_description");

    private static final Set<String> FREE_KINDS = Set.of("PROPOSED", "MANAGEMENT");

    private final TerritoryStore store;

    public TerritoryGuard(Db db) {
        this.store = new TerritoryStore(db);
    }

    /** Whether a line of this kind (column {@code kind}) is kept by an agreement. */
    public static boolean isLegal(String lineKind) {
        return !FREE_KINDS.contains(lineKind);
    }

    /**
     * What is wrong with changing a line otherwise than by a new agreement version; empty when nothing is.
     *
     * @param columns that would change
     */
    public List<String> lineFaults(String lineKind, Set<String> columns, boolean moves) {
        if (!isLegal(lineKind)) {
            return List.of();
        }
        return moves || columns.stream().anyMatch(AGREED::contains)
                ? List.of("法定界线及协议内容只能以新的协议版本变更，不能直接修改（《行政区域界线管理条例》第六条、第九条）")
                : List.of();
    }

    /** What is wrong with deleting a line; of one that is not legal, that something rests on it: patrols, markers, agreements. */
    public List<String> lineDeletionFaults(long lineId, String lineKind) {
        if (isLegal(lineKind)) {
            return List.of("法定界线不能删除（《行政区域界线管理条例》第十三条：档案长期保存）");
        }
        List<String> resting = store.restingOn(lineId);
        return resting.isEmpty()
                ? List.of()
                : List.of("这条界线有 " + String.join("、", resting) + "，须一同长期保存，不能删除（参照《行政区域界线管理条例》第十三条）");
    }

    /** The legal lines as they are now, for asking about many outlines. */
    public Lines lines() {
        return new Lines(store.sides());
    }

    /** Leave for this transaction to write the outline or code of a division; only after {@link Lines#faults} was empty. */
    public void warrant(ChangeSet changes, long divisionId, String reason) {
        store.insertWarrant(changes, divisionId, reason);
    }

    /** The legal lines of one moment. */
    public final class Lines {

        private final List<LegalSide> sides;

        private Lines(List<LegalSide> sides) {
            this.sides =
                    sides.stream().filter(side -> side.line() instanceof Lineal).toList();
        }

        /** Whether a legal line bounds the division or one it lies in: then writing its outline needs a warrant. */
        public boolean bind(String divisionCode) {
            return sides.stream().anyMatch(side -> divisionCode.startsWith(side.prefix()));
        }

        /**
         * What is wrong with giving a division this outline, one Chinese sentence for each line that would no longer be its
         * edge. An outline may come nearer to a legal line, never leave it or cross it.
         *
         * @param before empty for one that had no outline
         * @param after EPSG:4490; empty when the outline would be taken away
         */
        public List<String> faults(String divisionCode, Optional<Geometry> before, Optional<Geometry> after) {
            List<String> faults = new ArrayList<>();
            for (LegalSide side : sides) {
                if (divisionCode.startsWith(side.prefix())) {
                    new EdgeComparison(side.line(), before, after)
                            .fault(() -> store.outline(side.otherCode()))
                            .map(what -> "法定界线“" + side.lineName() + "”" + what + "，须先有新的协议版本（《行政区域界线管理条例》第七条、第九条）")
                            .ifPresent(faults::add);
                }
            }
            return faults;
        }

        /** What is wrong with deleting a division, or giving it another code. */
        public List<String> removalFaults(String divisionCode) {
            boolean party = sides.stream()
                    .anyMatch(side -> new DivisionCode(divisionCode).prefix().equals(side.prefix()));
            return party ? List.of("该区划是法定界线的一方，不能删除或改换代码（《行政区域界线管理条例》第十三条）") : List.of();
        }
    }
}
