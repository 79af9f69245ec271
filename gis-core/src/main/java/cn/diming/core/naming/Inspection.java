package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.romanise.Romanisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A name under inspection with everything the rules look at. */
record Inspection(
        NameQuestion question,
        NamingRules rules,
        NameForm form,
        Romanisation spelling,
        Locality locality,
        NameView view,
        NameStore store) {

    String specific() {
        return form.terms().specific();
    }

    Optional<String> generic() {
        return form.terms().generic();
    }

    PlaceCategory category() {
        return question.category();
    }

    /** In use already, however long. */
    boolean isExisting() {
        return question.circumstances().existing();
    }

    /** In use since before the profile's day, or longer than anybody knows. */
    boolean isOld() {
        return isExisting()
                && question.circumstances()
                        .inUseSince()
                        .filter(since -> !since.isBefore(rules.oldBefore()))
                        .isEmpty();
    }

    /** How much a finding of this rule weighs here; empty = the rule is not asked. */
    Optional<Severity> severity(String rule) {
        return rules.rule(rule).flatMap(row -> row.severity(category(), isOld()));
    }

    /** The class code, or what the generic term of a division says of its level. */
    String classCode() {
        return question.classCode().orElseGet(() -> switch (category()) {
            case DIVISION ->
                switch (generic().orElse("")) {
                    case "镇", "乡", "街道", "民族乡", "苏木" -> "21500";
                    case "区", "县", "旗", "自治县", "自治旗", "林区", "特区" -> "21400";
                    case "州", "盟", "自治州", "地区" -> "21300";
                    case "省", "自治区", "特别行政区" -> "21200";
                    default -> "21300"; // 市 may be of any of three levels: all are unique in the country
                };
            default -> "";
        });
    }

    /** Names that stand where the test says, the nearest first; never the inspected thing itself. */
    List<Hit> hits(List<IndexedName> names, Relation relation) {
        List<Hit> hits = new ArrayList<>();
        for (IndexedName name : names) {
            if (isOther(name)) {
                hits.add(new Hit(name, relation, locality.shared(name), locality.distanceMetres(name)));
            }
        }
        hits.sort(Hit.NEAREST);
        return hits;
    }

    /** Whether an entry is not the thing itself: its record, its case's reservation, or the division of which it is the seat. */
    boolean isOther(IndexedName name) {
        return switch (name.owner()) {
            case PLACE, SHOP -> question.circumstances().placeId().orElse(-1) != name.id();
            case RESERVATION -> question.circumstances().caseId().orElse(-1) != name.id();
            case DIVISION ->
                question.circumstances().placeId().orElse(-1) != name.id()
                        && !locality.divisionCode().equals(name.divisionCode());
        };
    }

    /** A test for entries that are in use, of these kinds, within a scope. */
    Predicate<IndexedName> inUse(Scope scope, Predicate<IndexedName> kind) {
        return name -> (name.use() == NameUse.STANDARD || name.use() == NameUse.PROPOSED)
                && name.owner() != IndexedName.Owner.SHOP
                && kind.test(name)
                && locality.shares(scope, name);
    }
}
