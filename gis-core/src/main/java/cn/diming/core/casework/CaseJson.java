package cn.diming.core.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What of a case is kept as JSON, and what the audit log says of it. */
final class CaseJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The part of an item that has no column of its own. */
    record Rest(List<Long> mergedIds, List<String> variants, CaseItem.Description description) {}

    static String reports(List<CaseDraft.Report> reports) {
        return JSON.writeValueAsString(reports);
    }

    static List<CaseDraft.Report> readReports(Optional<String> json) {
        return json.map(text -> JSON.readValue(text, new TypeReference<List<CaseDraft.Report>>() {}))
                .orElse(List.of());
    }

    static String item(CaseItem item) {
        return JSON.writeValueAsString(new Rest(item.mergedIds(), item.variants(), item.description()));
    }

    static Rest readItem(String json) {
        return JSON.readValue(json, Rest.class);
    }

    /** For the audit log: everything but whom to call. */
    static String audit(NamingCase content) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("version", content.version());
        told.put("type", content.content().type());
        told.put("state", content.state());
        told.put("title", content.title());
        told.put("division_code", content.divisionCode());
        content.content().applicant().ifPresent(applicant -> told.put("applicant", applicant));
        content.content().reason().ifPresent(reason -> told.put("reason", reason));
        content.profile().ifPresent(profile -> told.put("profile", profile.name() + " " + profile.version()));
        content.approval().ifPresent(approval -> told.put("document_number", approval.documentNumber()));
        told.put("items", content.content().items().stream().map(CaseJson::told).toList());
        return JSON.writeValueAsString(told);
    }

    private static Map<String, Object> told(CaseItem item) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("action", item.action());
        item.placeId().ifPresent(place -> told.put("place_id", place));
        item.name().ifPresent(name -> told.put("name", name));
        item.category().ifPresent(category -> told.put("category", category));
        item.geometry().ifPresent(geometry -> told.put("geom", geometry.toText()));
        told.put("outcome", item.decision().outcome());
        return told;
    }

    private CaseJson() {}
}
