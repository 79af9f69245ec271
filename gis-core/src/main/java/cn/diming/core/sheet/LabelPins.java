package cn.diming.core.sheet;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.record.NotFound;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionTree;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The names put by hand, division by division; they are there again when the sheet is made anew next year. */
public final class LabelPins {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Db db;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final DivisionTree divisions;

    public LabelPins(Db db, ChangeJournal journal, AuditLog audit, DivisionTree divisions) {
        this.db = db;
        this.journal = journal;
        this.audit = audit;
        this.divisions = divisions;
    }

    /** Of one division, always in the same order. */
    public List<LabelPin> of(String divisionCode) {
        return db.sql("SELECT * FROM label_pin WHERE division_code = :code ORDER BY feature_id, rule")
                .param("code", divisionCode)
                .list(row -> new LabelPin(
                        row.getLong("feature_id"),
                        row.getText("rule"),
                        row.findDouble("dx").orElseThrow(),
                        row.findDouble("dy").orElseThrow(),
                        row.findDouble("angle").orElseThrow(),
                        row.getInt("hidden") != 0));
    }

    /**
     * Puts a name there from now on.
     *
     * @throws NotFound when the register has no such division
     */
    public void put(Actor actor, String divisionCode, LabelPin pin) {
        Division division = known(actor, divisionCode);
        journal.write(actor, changes -> {
            Optional<String> before = find(divisionCode, pin.featureId(), pin.rule());
            audit.append(
                    changes,
                    "pin-label",
                    RecordKind.DIVISION,
                    division.id(),
                    before,
                    Optional.of(JSON.writeValueAsString(pin)));
            return db.sql("""
                            INSERT INTO label_pin (division_code, feature_id, rule, dx, dy, angle, hidden, updated_at, updated_by)
                            VALUES (:code, :feature, :rule, :dx, :dy, :angle, :hidden, :at, :by)
                            ON CONFLICT (division_code, feature_id, rule) DO UPDATE SET dx = excluded.dx, dy = excluded.dy,
                              angle = excluded.angle, hidden = excluded.hidden, updated_at = excluded.updated_at,
                              updated_by = excluded.updated_by""")
                    .param("code", divisionCode)
                    .param("feature", pin.featureId())
                    .param("rule", pin.rule())
                    .param("dx", pin.dx())
                    .param("dy", pin.dy())
                    .param("angle", pin.angle())
                    .param("hidden", pin.hidden() ? 1 : 0)
                    .param("at", changes.at())
                    .param("by", actor.accountId())
                    .update();
        });
    }

    /** Leaves the name to the program again. */
    public void remove(Actor actor, String divisionCode, long featureId, String rule) {
        Division division = known(actor, divisionCode);
        journal.write(actor, changes -> {
            Optional<String> before = find(divisionCode, featureId, rule);
            if (before.isEmpty()) {
                throw new NotFound("这条注记没有手工位置");
            }
            audit.append(changes, "unpin-label", RecordKind.DIVISION, division.id(), before, Optional.empty());
            return db.sql(
                            "DELETE FROM label_pin WHERE division_code = :code AND feature_id = :feature AND rule = :rule")
                    .param("code", divisionCode)
                    .param("feature", featureId)
                    .param("rule", rule)
                    .update();
        });
    }

    private Optional<String> find(String divisionCode, long featureId, String rule) {
        return of(divisionCode).stream()
                .filter(pin -> pin.featureId() == featureId && pin.rule().equals(rule))
                .map(JSON::writeValueAsString)
                .findFirst();
    }

    private Division known(Actor actor, String divisionCode) {
        AccessPolicy.require(actor, Action.PRINT_SHEET, divisionCode);
        return divisions.find(divisionCode).orElseThrow(() -> new NotFound("没有区划代码为 " + divisionCode + " 的行政区划"));
    }
}
