package cn.diming.api.flows;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import java.util.Map;

/** One request for each operation of 地名+, with entries of its own inside of 大稳村. */
record VillageRequests(Service service) {

    private static final String PATH = "/api/v1/local-entries";
    private static final String ENTRY = """
            {"name": "大稳番石榴", "category": "PRODUCE", "divisionCode": "440115103208", "published": true,
             "geometry": {"type": "Point", "coordinates": [113.45, 22.91]}}""";

    static boolean knows(String operation) {
        return operation.contains("LocalEntr") || operation.equals("listFacilityClasses");
    }

    int ask(Client client, String operation) {
        return switch (operation) {
            case "listLocalEntries" -> client.get(PATH + "?division=440115").status();
            case "getLocalEntry" -> client.get(PATH + "/" + entry("PUBLISHED")).status();
            case "getLocalEntry draft" ->
                client.get(PATH + "/" + entry("DRAFT")).status();
            case "createLocalEntry" -> client.post(PATH, ENTRY).status();
            case "changeLocalEntry" -> change(client, entry("PUBLISHED"));
            case "changeLocalEntry draft" -> change(client, entry("DRAFT"));
            case "deleteLocalEntry" ->
                client.delete(PATH + "/" + entry("PUBLISHED"), "If-Match", "\"1\"")
                        .status();
            case "listFacilityClasses" -> client.get("/api/v1/facility-classes").status();
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static int change(Client client, long id) {
        return client.put(PATH + "/" + id, ENTRY, "If-Match", "\"1\"").status();
    }

    private long entry(String status) {
        Map<String, Object> values =
                Map.of("name", "大稳番石榴", "category", "PRODUCE", "status", status, "division_code", "440115103208");
        return service.record(RecordKind.LOCAL_ENTRY, Drafts.record(values, Drafts.point(113.45, 22.91)));
    }
}
