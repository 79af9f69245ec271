package cn.diming.api.flows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Requests nobody sends in good faith, to every interface that searches: empty, endless, of control, private-use and rare
 * characters, right to left, in the languages of index, database and shell, and coordinates that are none. Always the same ones.
 *
 * @param endpoint for tables: the path without its parameters
 * @param body of a POST; empty = GET
 */
record HostileRequest(String endpoint, String path, Optional<String> body) {

    private static final int SEED = 20261126;
    private static final int MADE_UP = 60;

    /** Where a text can be put, as %s. */
    private static final List<String> TEXT_PATHS = List.of(
            "/api/v1/search?q=%s",
            "/api/v1/search?explain=true&limit=50&near=113.4,22.9&q=%s",
            "/api/v1/search?county=%s&street=%s&number=%s",
            "/api/v1/search?q=a&area=%s",
            "/api/v1/suggest?q=%s",
            "/api/v1/name-counts?sameness=SOUND&name=%s",
            "/api/v1/lookup?codes=%s",
            "/photon/api?q=%s",
            "/photon/structured?city=%s&street=%s&housenumber=%s",
            "/photon/reverse?lon=113.4&lat=22.9&query_string_filter=%s",
            "/nominatim/search?format=json&q=%s",
            "/nominatim/search?format=xml&addressdetails=1&street=%s&city=%s",
            "/nominatim/lookup?format=json&osm_ids=%s",
            "/nominatim/details?format=json&place_id=%s",
            "/dmfw/9095/stname/listPub?stName=%s",
            "/dmfw/9095/xzqh/getList?code=%s&maxLevel=%s",
            "/dmfw/9095/datastatis/GroupCountNameByCode?name=%s",
            "/tianditu/geocoder?ds=%s",
            "/tianditu/geocoder?type=geocode&postStr=%s",
            "/tianditu/v2/search?type=query&postStr=%s");

    /** Where a text can be put into JSON. */
    private static final List<String> JSON_PATHS =
            List.of("/tianditu/geocoder?ds=", "/tianditu/v2/search?type=query&postStr=");

    private static final List<String> NUMBER_PATHS = List.of(
            "/api/v1/reverse?lon=%s&lat=22.9",
            "/api/v1/reverse?lon=113.4&lat=%s",
            "/api/v1/reverse?lon=%s&lat=%s&inputCrs=EPSG:3857",
            "/api/v1/reverse?lon=%s&lat=%s&inputCrs=EPSG:4547",
            "/api/v1/nearby?lon=%s&lat=%s&radius=%s",
            "/api/v1/search?q=a&near=%s,%s&zoom=%s",
            "/api/v1/search?q=a&viewport=%s,%s,%s,%s",
            "/api/v1/search?q=a&bbox=%s,%s,%s,%s",
            "/photon/reverse?lon=%s&lat=22.9&radius=%s",
            "/photon/api?q=a&lon=%s&lat=%s&zoom=%s",
            "/photon/api?q=a&bbox=%s,%s,%s,%s",
            "/nominatim/reverse?lon=%s&lat=%s&zoom=%s&format=json",
            "/nominatim/search?q=a&viewbox=%s,%s,%s,%s&bounded=1",
            "/nominatim/search?q=a&polygon_geojson=1&polygon_threshold=%s&limit=%s");

    private static final List<String> NUMBERS = List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "1e308",
            "-1e308",
            "1e309",
            "1e-320",
            "180",
            "-180",
            "180.0001",
            "90",
            "-90",
            "22.9",
            "113.4",
            "-0",
            "",
            "x",
            "0x1p3",
            "113,4",
            "٣",
            "9".repeat(400),
            "1" + "0".repeat(30));

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\u0001\u0002\u001f",
            "\t\r\n",
            "a".repeat(10_000),
            "石".repeat(3400),
            "1".repeat(500),
            "号".repeat(200),
            "一".repeat(200),
            "路".repeat(200),
            "\u202Eابجد\u202C 石",
            "שלום",
            "مدينة",
            "😀😀😀",
            "👨‍👩‍👧‍👦路",
            "\uD840\uDC00村",
            "\uE000\uE001村",
            "\uFFFF",
            "\uFEFF",
            "*:*",
            "name:*",
            "+-&&||!(){}[]^\"~*?:\\/",
            "a AND OR NOT b",
            "[a TO z]",
            "/.*/",
            "\"",
            "\\",
            "~0.9",
            "^5",
            "' OR '1'='1",
            "'; DROP TABLE place; --",
            "%27%20OR%201=1",
            "1 UNION SELECT * FROM account",
            "$$",
            "{{7*7}}",
            "${jndi:ldap://x}",
            "<script>alert(1)</script>",
            "(a+)+$",
            "((((((((((a*)*)*)*)*)*)*)*)*)*)",
            "a{1000000}",
            "[^a]*[^a]*[^a]*[^a]*x",
            "../../etc/passwd",
            "%",
            "%s%n",
            "NaN",
            "1e308",
            "-1e308",
            "Infinity",
            "0",
            "-0",
            "91,181",
            "22.9,113.4",
            "113.4,22.9",
            "号".repeat(50) + "路",
            "1号2号3号4号5号6号7号8号9号",
            "１２３４５６７８９０号",
            "一百亿零一号",
            "十十十十号",
            "与".repeat(100) + "路",
            "路与路与路与路交叉口",
            "路和".repeat(60),
            "往东99999公里",
            "往东" + "九".repeat(50) + "米",
            "No.99999999999 Road, " + "a, ".repeat(60),
            "st ".repeat(66),
            "ü".repeat(200),
            "z".repeat(200),
            "xian".repeat(50),
            "a'".repeat(100),
            "市".repeat(120),
            "县区县区县区县区县区县区",
            "的的的的的的",
            "附近".repeat(60),
            "，".repeat(200),
            "　".repeat(100),
            "𠀀𠀁𠀂",
            "ｆｕｌｌｗｉｄｔｈ",
            "ﬁﬂ",
            "Ⅷ号",
            "㊀号",
            "①②③",
            "℃",
            "ﷺ".repeat(60));

    /** Bytes that are no text, already escaped. */
    private static final List<String> BROKEN = List.of(
            "%FF%FE", "%C0%80", "%ED%A0%80", "%F4%90%80%80", "%E7%95", "%00%00", "%0D%0AX-Injected:%201", "%25%32%35");

    /** All of them, each once. */
    static List<HostileRequest> all() {
        Set<HostileRequest> requests = new LinkedHashSet<>();
        List<String> texts = new ArrayList<>(TEXTS);
        texts.addAll(madeUp());
        for (String text : texts) {
            TEXT_PATHS.forEach(path -> requests.add(get(path.replace("%s", encoded(text)))));
            JSON_PATHS.forEach(path -> requests.add(get(path + encoded("{\"keyWord\":" + quoted(text) + "}"))));
            requests.add(post("/api/v1/batch", "{\"queries\":[{\"q\":" + quoted(text) + "}]}"));
            requests.add(post("/api/v1/batch", text));
            requests.add(post("/dmfw/9095/stname/detailsPub", "{\"id\":" + quoted(text) + "}"));
        }
        for (String number : NUMBERS) {
            NUMBER_PATHS.forEach(path -> requests.add(get(path.replace("%s", encoded(number)))));
            for (String json : List.of(
                    "{'lon':%s,'lat':%s,'ver':1}", "{'lon':'%s','lat':'%s','ver':1}", "{\"lon\":%s,\"lat\":22.9}")) {
                requests.add(get("/tianditu/geocoder?type=geocode&postStr=" + encoded(json.replace("%s", number))));
            }
            requests.add(get("/tianditu/v2/search?type=query&postStr="
                    + encoded(
                            "{\"keyWord\":\"a\",\"queryType\":3,\"pointLonlat\":\"N,N\",\"queryRadius\":\"N\",\"mapBound\":\"N,N,N,N\",\"count\":\"N\",\"start\":\"N\"}"
                                    .replace("N", number))));
        }
        for (String broken : BROKEN) {
            TEXT_PATHS.forEach(path -> requests.add(get(path.replace("%s", broken))));
        }
        return List.copyOf(requests);
    }

    /** Mixed from everything that has ever broken a parser, by a seed. */
    private static List<String> madeUp() {
        List<String> pieces = List.of(
                "号", "番禺", "区", "之一", "路", "朝阳", " ", "，", "pan", "12", "-", "与", "\u0000", "\u202e", "😀", "\uE000",
                "𪣻", "*", "\"", "'", "\\", "(", "]", "{", "~", "^", "AND", "%", ";", "--", "/", "<", "&", "#", "一百",
                "９", "附近", "\uD842", "é", "ا", "栋", "交叉口", "往东100米", "No.", "Road", "\u0301", "㏕", "\u200B", "\uFE0F",
                "𠮷");
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < MADE_UP; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(2, 30); length > 0; length--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static HostileRequest get(String path) {
        return new HostileRequest(path.replaceFirst("\\?.*", ""), path, Optional.empty());
    }

    private static HostileRequest post(String path, String body) {
        return new HostileRequest(path, path, Optional.of(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }
}
