package cn.diming.core.history;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordDraft.NameKind;
import cn.diming.core.record.RecordRules;
import cn.diming.core.record.Records;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Aliases and short names, which officers keep without a case; standard and former names come from decisions alone. */
public final class Aliases {

    private static final int MOST = 50;

    private final ChangeJournal journal;
    private final Records records;
    private final AuditLog audit;
    private final FurtherNames names;

    public Aliases(Db db, ChangeJournal journal, Records records, AuditLog audit) {
        this.journal = journal;
        this.records = records;
        this.audit = audit;
        this.names = new FurtherNames(db);
    }

    /** Every further name of a place, the earliest ended first. */
    public List<FurtherName> of(long placeId) {
        return names.of(placeId);
    }

    /** @throws Refused for another kind of name, or a name that the place has already */
    public FurtherName add(Actor actor, long placeId, RecordDraft.Name name, Optional<String> basis) {
        return journal.write(actor, changes -> {
            StoredRecord place = writable(actor, placeId);
            refuse(place, name, Optional.empty());
            long id = names.add(changes, placeId, name, basis);
            FurtherName added = names.find(placeId, id).orElseThrow();
            tell(changes, place, Optional.empty(), Optional.of(added));
            return added;
        });
    }

    /** @throws Stale when the name has another version by now */
    public FurtherName change(
            Actor actor, long placeId, Records.Versioned wanted, RecordDraft.Name name, Optional<String> basis) {
        return journal.write(actor, changes -> {
            StoredRecord place = writable(actor, placeId);
            FurtherName seen = editable(placeId, wanted);
            refuse(place, name, Optional.of(seen));
            if (!names.set(changes, seen, name, basis)) {
                throw new Stale(seen.version());
            }
            FurtherName after = names.find(placeId, wanted.id()).orElseThrow();
            tell(changes, place, Optional.of(seen), Optional.of(after));
            return after;
        });
    }

    /** @throws Stale when the name has another version by now */
    public void remove(Actor actor, long placeId, Records.Versioned wanted) {
        journal.write(actor, changes -> {
            StoredRecord place = writable(actor, placeId);
            FurtherName seen = editable(placeId, wanted);
            if (!names.remove(seen)) {
                throw new Stale(seen.version());
            }
            tell(changes, place, Optional.of(seen), Optional.empty());
            return true;
        });
    }

    private StoredRecord writable(Actor actor, long placeId) {
        AccessPolicy.require(actor, Action.REGISTER);
        StoredRecord place = records.get(actor, placeId);
        if (place.kind() != RecordKind.PLACE) {
            throw new NotFound("没有编号为 " + placeId + " 的地名");
        }
        AccessPolicy.require(actor, Action.EDIT_PLACE, place.divisionCode().orElse(null));
        return place;
    }

    private FurtherName editable(long placeId, Records.Versioned wanted) {
        FurtherName seen =
                names.find(placeId, wanted.id()).orElseThrow(() -> new NotFound("该地名没有编号为 " + wanted.id() + " 的名称"));
        if (!seen.isEditable()) {
            throw new Refused(List.of("“" + seen.text() + "”是" + seen.kind().title() + "，只由命名、更名程序产生，不能直接修改"));
        }
        if (seen.version() != wanted.version()) {
            throw new Stale(seen.version());
        }
        return seen;
    }

    private void refuse(StoredRecord place, RecordDraft.Name name, Optional<FurtherName> instead) {
        List<FurtherName> others = names.of(place.id()).stream()
                .filter(known -> instead.filter(one -> one.id() == known.id()).isEmpty())
                .toList();
        if (name.kind() != NameKind.ALIAS && name.kind() != NameKind.SHORT) {
            throw new Refused(List.of("这里只能记别名和简称"));
        }
        if (name.text().equals(place.title())
                || others.stream().anyMatch(known -> known.text().equals(name.text()))) {
            throw new Refused(List.of("该地名已有名称“" + name.text() + "”"));
        }
        if (name.from().isPresent()
                && name.to().isPresent()
                && !name.from().get().isBefore(name.to().get())) {
            throw new Refused(List.of("停用日期应晚于启用日期"));
        }
        if (others.size() >= MOST) {
            throw new Refused(List.of("一个地名最多记 " + MOST + " 个其他名称"));
        }
        List<String> faults = RecordRules.nameFaults(name.text());
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private void tell(
            ChangeSet changes, StoredRecord place, Optional<FurtherName> before, Optional<FurtherName> after) {
        changes.saved(RecordKind.PLACE, place.id(), place.box());
        audit.append(
                changes,
                "alias",
                RecordKind.PLACE,
                place.id(),
                before.map(Aliases::toJson),
                after.map(Aliases::toJson));
    }

    private static String toJson(FurtherName name) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(name.kind() == NameKind.SHORT ? "short_name" : "alias", name.text());
        name.romanised().ifPresent(spelling -> content.put("alias_romanised", spelling));
        name.from().ifPresent(day -> content.put("alias_from", day.toString()));
        name.to().ifPresent(day -> content.put("alias_to", day.toString()));
        name.basis().ifPresent(basis -> content.put("alias_basis", basis));
        return JsonMapper.shared().writeValueAsString(content);
    }
}
