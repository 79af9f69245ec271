package cn.diming.core.casework;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.history.Decision;
import cn.diming.core.history.Establishment;
import cn.diming.core.history.StandardNames;
import java.util.Optional;
import java.util.OptionalLong;

/** Carries an approved item into the register, in the transaction of the approval. */
final class CaseDecisions {

    private final StandardNames names;

    CaseDecisions(StandardNames names) {
        this.names = names;
    }

    CaseItem execute(ChangeSet changes, NamingCase about, CaseItem item, Approval approval) {
        Decision decision = new Decision(
                approval.effectiveOn(),
                approval.organisation() + " " + approval.documentNumber() + "（" + approval.date() + "）",
                OptionalLong.of(about.id()));
        long place = switch (item.action()) {
            case NAME -> name(changes, about, item, decision);
            case RENAME -> {
                names.rename(changes, placeOf(item), item.name().orElseThrow(), item.romanised(), decision);
                yield placeOf(item);
            }
            case CANCEL -> {
                names.cancel(changes, placeOf(item), decision);
                yield placeOf(item);
            }
            case STANDARDISE -> standardise(changes, item, decision);
            case BATCH -> throw new IllegalStateException("an item is never a batch");
        };
        return item.decided(new CaseItem.Decision(CaseItem.Outcome.APPROVED, Optional.empty(), OptionalLong.of(place)));
    }

    private long name(ChangeSet changes, NamingCase about, CaseItem item, Decision decision) {
        Establishment wanted = new Establishment(
                item.name().orElseThrow(),
                item.category().orElseThrow(),
                item.classCode(),
                item.divisionCode().orElse(about.divisionCode()),
                item.geometry(),
                item.romanised(),
                item.description().meaning(),
                item.description().origin());
        if (item.placeId().isEmpty()) {
            return names.establish(changes, wanted, decision);
        }
        names.adopt(changes, placeOf(item), wanted, decision);
        return placeOf(item);
    }

    private long standardise(ChangeSet changes, CaseItem item, Decision decision) {
        long place = placeOf(item);
        item.name().ifPresent(name -> names.standardise(changes, place, name, item.romanised(), decision));
        if (!item.mergedIds().isEmpty()) {
            names.merge(changes, item.mergedIds(), place, decision);
        }
        item.variants().forEach(variant -> names.keepAlias(changes, place, variant, decision));
        return place;
    }

    private static long placeOf(CaseItem item) {
        return item.placeId().orElseThrow();
    }
}
