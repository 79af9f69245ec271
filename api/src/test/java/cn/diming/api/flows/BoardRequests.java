package cn.diming.api.flows;

import cn.diming.api.fixtures.Client;

/** One request for each operation of the board, about 南沙区. */
final class BoardRequests {

    static boolean knows(String operation) {
        return operation.contains("Board");
    }

    static int ask(Client client, String operation) {
        String year = "?division=440115&year=2026";
        return switch (operation) {
            case "getBoard" -> client.get("/api/v1/board" + year).status();
            case "getBoardOutlines" ->
                client.get("/api/v1/board/outlines?division=440115").status();
            case "getBoardXlsx" -> client.get("/api/v1/board.xlsx" + year).status();
            case "getBoardPdf" -> client.get("/api/v1/board.pdf" + year).status();
            case "setBoardTargets" ->
                client.put("/api/v1/board/targets/440115/2026", "{\"items\": []}")
                        .status();
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private BoardRequests() {}
}
