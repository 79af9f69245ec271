package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.fixtures.Engines;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is typed, every interface answers 200 or 400. */
class HostileSearchFlowTest {

    private static final List<String> TEXTS = List.of(
            " ",
            "\u0000",
            "\u0001\u0002\u001f",
            "\t\r\n",
            "a".repeat(10_000),
            "石".repeat(3000),
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

    @Test
    void everyTextIsAnsweredOrRefusedByEveryInterface() {
        Client visitor = Service.on(Engines.GEOPACKAGE).visitor();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String text : TEXTS) {
            String q = URLEncoder.encode(text, StandardCharsets.UTF_8);
            for (String path : List.of(
                    "/api/v1/search?explain=true&q=" + q,
                    "/api/v1/suggest?q=" + q,
                    "/api/v1/name-counts?sameness=SOUND&name=" + q,
                    "/photon/api?q=" + q,
                    "/nominatim/search?format=json&q=" + q,
                    "/dmfw/9095/stname/listPub?stName=" + q,
                    "/tianditu/geocoder?ds="
                            + URLEncoder.encode(
                                    "{\"keyWord\":\""
                                            + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}",
                                    StandardCharsets.UTF_8))) {
                int status = path.length() > 7000 ? 400 : visitor.get(path).status();
                asked++;
                if (status != 200 && status != 400) {
                    wrong.add(status + " " + path.substring(0, Math.min(120, path.length())));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(500);
    }

    @Test
    void everyPlaceOnAndOffTheEarthIsAnsweredOrRefused() {
        Client visitor = Service.on(Engines.GEOPACKAGE).visitor();
        List<String> numbers = List.of(
                "NaN",
                "Infinity",
                "-Infinity",
                "1e308",
                "-1e308",
                "1e-320",
                "180",
                "-180",
                "180.0001",
                "90",
                "-90",
                "",
                "x",
                "0x1p3",
                "113,4",
                "٣");
        List<String> wrong = new ArrayList<>();
        for (String number : numbers) {
            String n = URLEncoder.encode(number, StandardCharsets.UTF_8);
            for (String path : List.of(
                    "/api/v1/reverse?lon=%s&lat=22.9",
                    "/api/v1/reverse?lon=113.4&lat=%s",
                    "/api/v1/reverse?lon=%s&lat=%s&inputCrs=EPSG:3857",
                    "/api/v1/reverse?lon=%s&lat=%s&inputCrs=EPSG:4547",
                    "/api/v1/nearby?lon=%s&lat=%s&radius=%s",
                    "/api/v1/search?q=a&near=%s,%s&zoom=%s",
                    "/api/v1/search?q=a&viewport=%s,%s,%s,%s",
                    "/photon/reverse?lon=%s&lat=22.9&radius=%s",
                    "/photon/api?q=a&lon=%s&lat=%s&zoom=%s",
                    "/nominatim/reverse?lon=%s&lat=%s&zoom=%s&format=json",
                    "/nominatim/search?q=a&viewbox=%s,%s,%s,%s&bounded=1")) {
                int status = visitor.get(path.replace("%s", n)).status();
                if (status != 200 && status != 400) {
                    wrong.add(status + " " + path.replace("%s", n));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
