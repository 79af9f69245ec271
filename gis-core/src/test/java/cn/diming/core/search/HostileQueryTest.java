package cn.diming.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.LonLat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileQueryTest {

    @TempDir
    Path folder;

    @Test
    void nothingAnybodyTypesMakesSearchFail() {
        try (SearchFixture fixture = new SearchFixture(Engines.GEOPACKAGE, folder).takeDocuments()) {
            for (String text : texts()) {
                SearchRequest request = SearchRequest.of(text, 10).explained();
                assertThat(fixture.search().search(request)).hasSizeLessThanOrEqualTo(10);
                assertThat(fixture.search().suggest(request.near(new LonLat(-180, 90))))
                        .hasSizeLessThanOrEqualTo(10);
            }
        }
    }

    @Test
    void whatHoldsNoLetterFindsNothing() {
        try (SearchFixture fixture = new SearchFixture(Engines.GEOPACKAGE, folder).takeDocuments()) {
            for (String text :
                    List.of("", " ", "\t\n", "*", "\"", "？！。", "\u0000", "\u202e", "😀", "+-&|!(){}[]^~*?:\\/")) {
                assertThat(fixture.search().search(SearchRequest.of(text, 10)))
                        .as(text)
                        .isEmpty();
                assertThat(fixture.search().suggest(SearchRequest.of(text, 10)))
                        .as(text)
                        .isEmpty();
            }
        }
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                "name:番禺 AND *:*",
                "'; DROP TABLE place; --",
                "番禺\u0000区",
                "\u202e区禺番\u202c",
                "番".repeat(10_000),
                "a".repeat(10_000),
                "1".repeat(10_000),
                "番禺区".repeat(3_000),
                "panyu".repeat(2_000),
                "(a+)+$" + "a".repeat(500),
                "的".repeat(500),
                "12-".repeat(500),
                "一".repeat(500) + "号",
                "99999999999999999999号",
                "〇号",
                "号",
                "号号号",
                "十十十号",
                "12号12号12号",
                "\ud842",
                "\udfb7番禺",
                "\ue000\ue001",
                "ﷺ".repeat(500),
                "𪣻".repeat(200),
                "😀番禺😀",
                "À l'ouest",
                "ǖǘǚǜ",
                "1e308,NaN",
                "0",
                "00000000000000000000",
                "9".repeat(20),
                "之",
                "-",
                "--12--",
                "12-",
                "路",
                "村",
                "省市区县"));
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(1, 40); length > 0; length--) {
                text.append(piece(random));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static String piece(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Character.toString(random.nextInt(0x4E00, 0x9FA5));
            case 1 -> Character.toString((char) random.nextInt(0x20, 0x7F));
            case 2 -> Integer.toString(random.nextInt(1000));
            case 3 -> Character.toString(random.nextInt(0x20000, 0x2A6DF));
            case 4 -> Character.toString((char) random.nextInt(0, 0x3000));
            default -> List.of("号", "番禺", "区", "之一", "路", "朝阳", " ", "，", "pan").get(random.nextInt(9));
        };
    }
}
