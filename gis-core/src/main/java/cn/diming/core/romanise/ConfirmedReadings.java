package cn.diming.core.romanise;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.text.HanText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The readings officers confirmed or corrected, each remembered for the next name in its area. */
public final class ConfirmedReadings {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** A reading belongs to a word or to a name's specific term; longer texts are whole addresses. */
    private static final int LONGEST_TEXT = 12;

    private final Db db;
    private final ChangeJournal journal;
    private final AuditLog audit;

    public ConfirmedReadings(Db db, ChangeJournal journal, AuditLog audit) {
        this.db = db;
        this.journal = journal;
        this.audit = audit;
    }

    /**
     * What is to be remembered; see {@link ConfirmedReading} for the fields.
     *
     * @param scope division-code prefix; "" everywhere, which only those may confirm whose jurisdiction is everything
     */
    public record Confirmation(String text, String reading, boolean wholeName, String scope, Optional<String> basis) {}

    /** One page and how many there are in all. */
    public record Page(long total, List<ConfirmedReading> items) {}

    /**
     * Remembers a reading; one that the same text had in the same scope is corrected.
     *
     * @throws Refused when the syllables do not fit the characters
     * @throws cn.diming.core.access.Denied when the scope is not within the actor's jurisdiction
     */
    public ConfirmedReading confirm(Actor actor, Confirmation wanted) {
        AccessPolicy.require(actor, Action.EDIT_PLACE, wanted.scope());
        Confirmation clean = clean(wanted);
        return journal.write(actor, changes -> {
            changes.seq(); // the counter's lock: two who confirm the same text follow one another
            Optional<ConfirmedReading> before = find(clean.text(), clean.wholeName(), clean.scope());
            long id = before.map(ConfirmedReading::id).orElseGet(changes::newId);
            save(changes, id, clean);
            ConfirmedReading after = get(id);
            log(changes, before.isPresent() ? "update" : "create", id, before, Optional.of(after));
            return after;
        });
    }

    /** @throws NotFound when there is no such reading */
    public void withdraw(Actor actor, long id) {
        AccessPolicy.require(actor, Action.EDIT_PLACE);
        journal.write(actor, changes -> {
            changes.seq();
            ConfirmedReading before = get(id);
            AccessPolicy.require(actor, Action.EDIT_PLACE, before.scope());
            db.sql("DELETE FROM confirmed_reading WHERE id = :id")
                    .param("id", id)
                    .update();
            log(changes, "delete", id, Optional.of(before), Optional.empty());
            return true;
        });
    }

    /**
     * The readings that hold somewhere in an area, by text.
     *
     * @param part only texts that contain this
     * @param division only those that hold in this division or in a part of it
     * @param page from 1
     */
    public Page list(Actor actor, Optional<String> part, Optional<String> division, int page, int size) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        String where = " FROM confirmed_reading WHERE text LIKE :part ESCAPE '!'"
                + " AND (scope LIKE :inside OR substr(:division, 1, length(scope)) = scope)";
        String pattern = "%" + part.map(text -> text.replaceAll("[!%_]", "!$0")).orElse("") + "%";
        String within = division.orElse("");
        long total = db.sql("SELECT COUNT(*)" + where)
                .param("part", pattern)
                .param("inside", within + "%")
                .param("division", within)
                .getLong();
        List<ConfirmedReading> items = db.sql("SELECT *" + where + " ORDER BY text, scope, id LIMIT :size OFFSET :from")
                .param("part", pattern)
                .param("inside", within + "%")
                .param("division", within)
                .param("size", size)
                .param("from", (long) (page - 1) * size)
                .list(ConfirmedReadings::read);
        return new Page(total, items);
    }

    /** What is known of texts in a name that lies in a division; without a division only what holds everywhere. */
    List<ConfirmedReading> about(String name, Optional<String> divisionCode) {
        Set<String> parts = parts(name);
        if (parts.isEmpty()) {
            return List.of();
        }
        String code = divisionCode.orElse("");
        return db
                .sql("SELECT * FROM confirmed_reading WHERE text IN (:parts)")
                .param("parts", List.copyOf(parts))
                .list(ConfirmedReadings::read)
                .stream()
                .filter(row -> code.startsWith(row.scope()))
                .toList();
    }

    private static Set<String> parts(String name) {
        int[] text = name.codePoints().toArray();
        Set<String> parts = new LinkedHashSet<>();
        for (int from = 0; from < text.length; from++) {
            for (int length = 1; length <= Math.min(LONGEST_TEXT, text.length - from); length++) {
                parts.add(new String(text, from, length));
            }
        }
        return parts;
    }

    private static Confirmation clean(Confirmation wanted) {
        String text = NameReading.plain(wanted.text());
        List<String> syllables = List.of(wanted.reading().strip().split("\\s+"));
        List<String> faults = new ArrayList<>();
        int length = text.codePointCount(0, text.length());
        if (length == 0 || length > LONGEST_TEXT || !text.codePoints().allMatch(HanText::isHan)) {
            faults.add("读音只能记在 1 至 " + LONGEST_TEXT + " 个汉字上");
        } else if (syllables.size() != length) {
            faults.add("“" + text + "”有 " + length + " 个字，却给了 " + syllables.size() + " 个音节");
        }
        syllables.stream()
                .filter(syllable -> Syllables.toned(syllable).isEmpty())
                .map(syllable -> "“" + syllable + "”不是带声调的音节")
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return new Confirmation(
                text,
                String.join(
                        " ",
                        syllables.stream()
                                .flatMap(s -> Syllables.toned(s).stream())
                                .toList()),
                wanted.wholeName(),
                wanted.scope(),
                wanted.basis().map(String::strip).filter(basis -> !basis.isEmpty()));
    }

    private void save(ChangeSet changes, long id, Confirmation wanted) {
        db.sql("""
                INSERT INTO confirmed_reading (id, text, reading, whole_name, scope, basis, confirmed_at, confirmed_by)
                VALUES (:id, :text, :reading, :wholeName, :scope, :basis, :at, :by)
                ON CONFLICT (id) DO UPDATE SET reading = excluded.reading, basis = excluded.basis,
                  confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by""")
                .param("id", id)
                .param("text", wanted.text())
                .param("reading", wanted.reading())
                .param("wholeName", wanted.wholeName())
                .param("scope", wanted.scope())
                .param("basis", wanted.basis())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
    }

    private Optional<ConfirmedReading> find(String text, boolean wholeName, String scope) {
        return db.sql("SELECT * FROM confirmed_reading WHERE text = :text AND whole_name = :whole AND scope = :scope")
                .param("text", text)
                .param("whole", wholeName)
                .param("scope", scope)
                .find(ConfirmedReadings::read);
    }

    private ConfirmedReading get(long id) {
        return db.sql("SELECT * FROM confirmed_reading WHERE id = :id")
                .param("id", id)
                .find(ConfirmedReadings::read)
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的读音"));
    }

    private void log(
            ChangeSet changes,
            String action,
            long id,
            Optional<ConfirmedReading> before,
            Optional<ConfirmedReading> after) {
        if (after.isPresent()) {
            changes.saved(RecordKind.CONFIRMED_READING, id, Optional.empty());
        } else {
            changes.deleted(RecordKind.CONFIRMED_READING, id, Optional.empty());
        }
        audit.append(
                changes,
                action,
                RecordKind.CONFIRMED_READING,
                id,
                before.map(ConfirmedReadings::toJson),
                after.map(ConfirmedReadings::toJson));
    }

    private static String toJson(ConfirmedReading row) {
        return JSON.createObjectNode()
                .put("text", row.text())
                .put("reading", row.reading())
                .put("wholeName", row.wholeName())
                .put("scope", row.scope())
                .put("basis", row.basis().orElse(""))
                .toString();
    }

    private static ConfirmedReading read(Row row) {
        return new ConfirmedReading(
                row.getLong("id"),
                row.getText("text"),
                row.getText("reading"),
                row.isTrue("whole_name"),
                row.getText("scope"),
                row.findText("basis"),
                row.getInstant("confirmed_at"),
                row.findLong("confirmed_by"));
    }
}
