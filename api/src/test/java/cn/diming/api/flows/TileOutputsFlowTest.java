package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.history.Decision;
import cn.diming.core.history.Establishment;
import cn.diming.core.history.StandardNames;
import cn.diming.core.record.PlaceCategory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** Pictures, past days, the style with its sprites, and WMTS over HTTP. */
@ParameterizedClass
@EnumSource(Engines.class)
class TileOutputsFlowTest {

    private static final String TILE = "/tiles/map/15/26710/14232";
    private static final String WMTS =
            "/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=map&STYLE=default&TILEMATRIXSET=GoogleMapsCompatible"
                    + "&TILEMATRIX=15&TILEROW=14232&TILECOL=26710&FORMAT=";

    private final Service service;
    private final Client visitor;

    TileOutputsFlowTest(Engines engine) {
        this.service = Service.on(engine);
        this.visitor = service.visitor();
    }

    @ParameterizedTest
    @CsvSource({".png,256", "@2x.png,512"})
    void aPictureIsSentOnceAndThenOnlyWhenItChanged(String ending, int side) throws IOException {
        service.catchUp();
        Answer picture = visitor.get(TILE + ending).hasStatus(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Set-Cookie")).isEmpty();
        assertThat(image(picture).getWidth()).isEqualTo(side);
        visitor.get(TILE + ending, "If-None-Match", picture.header("ETag")).hasStatus(304);
    }

    private static BufferedImage image(Answer answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.response().body()));
    }

    @Test
    void largePicturesAreAQuarterOfTheNumber() throws IOException {
        assertThat(image(visitor.get("/tiles/map/512/14/13355/7116.png").hasStatus(200))
                        .getWidth())
                .isEqualTo(512);
        visitor.get("/tiles/map/300/14/13355/7116.png").isProblem(404);
    }

    @Test
    void aTileOfAPastDayHasTheNamesOfThatDay() {
        long street = write((names, changes) -> names.establish(
                changes,
                new Establishment(
                        "图外路",
                        PlaceCategory.STREET,
                        Optional.of("23210"),
                        "440115103208",
                        Optional.of(Drafts.wkt("LINESTRING (113.445 22.9052, 113.455 22.9052)")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                on("1985-03-01")));
        write((names, changes) -> {
            names.rename(changes, street, "图内路", Optional.empty(), on("1999-10-01"));
            return 0L;
        });
        service.catchUp();
        String tile = "/tiles/map/15/26710/14241.mvt";
        assertThat(content(tile)).contains("图内路").doesNotContain("图外路");
        assertThat(content(tile + "?at=1999-10-01")).contains("图内路");
        assertThat(content(tile + "?at=1999-09-30")).contains("图外路").doesNotContain("图内路");
        assertThat(content(tile + "?at=1985-02-28")).doesNotContain("图外路").doesNotContain("图内路");
        Answer then = visitor.get(tile + "?at=1990-01-01").hasStatus(200);
        visitor.get(tile + "?at=1990-01-01", "If-None-Match", then.header("ETag"))
                .hasStatus(304);
        visitor.get(tile.replace(".mvt", ".png") + "?at=1990-01-01").hasStatus(200);
        JsonNode days = visitor.get("/tiles/days.json").hasStatus(200).json();
        assertThat(days.get("days").findValuesAsString("day"))
                .contains("1985-03-01", "1999-10-01")
                .isSorted();
    }

    private String content(String tile) {
        return new String(visitor.get(tile).hasStatus(200).response().body(), StandardCharsets.UTF_8);
    }

    private long write(BiFunction<StandardNames, ChangeSet, Long> work) {
        return service.core
                .journal()
                .write(Actor.OPERATOR, changes -> work.apply(service.core.standardNames(), changes));
    }

    private static Decision on(String day) {
        return new Decision(LocalDate.parse(day), "批复〔2005〕1号", OptionalLong.of(7));
    }

    @Test
    void theStyleNamesWholeAddressesThatAllAnswer() throws IOException {
        JsonNode style = visitor.get("/tiles/style.json").hasStatus(200).json();
        assertThat(style.at("/metadata/diming:localIdeographFontFamily").asString())
                .contains("sans-serif");
        String description = style.at("/sources/diming/url").asString();
        assertThat(description).startsWith(service.url());
        JsonNode tileJson = visitor.get(description.substring(service.url().length()))
                .hasStatus(200)
                .json();
        assertThat(tileJson.get("tilejson").asString()).isEqualTo("3.0.0");
        assertThat(tileJson.at("/tiles/0").asString()).startsWith(service.url());
        String sprite = style.get("sprite").asString().substring(service.url().length());
        for (String ratio : new String[] {"", "@2x"}) {
            JsonNode index =
                    visitor.get(sprite + ratio + ".json").hasStatus(200).json();
            assertThat(index.has("school")).isTrue();
            BufferedImage sheet = image(visitor.get(sprite + ratio + ".png").hasStatus(200));
            assertThat(sheet.getWidth()).isGreaterThan(index.at("/school/x").asInt());
        }
    }

    @Test
    void wmtsGivesTheSameTilesInBothOfItsWays() {
        String capabilities =
                visitor.get("/wmts/1.0.0/WMTSCapabilities.xml").hasStatus(200).text();
        assertThat(visitor.get("/wmts?service=WMTS&request=GetCapabilities")
                        .hasStatus(200)
                        .text())
                .isEqualTo(capabilities);
        Document xml = parse(capabilities);
        assertThat(xml.getElementsByTagName("TileMatrix").getLength()).isEqualTo(21);
        assertThat(xml.getElementsByTagName("Layer").getLength()).isEqualTo(1);
        byte[] picture = visitor.get(TILE + ".png").response().body();
        assertThat(visitor.get(WMTS + "image/png").hasStatus(200).response().body())
                .isEqualTo(picture);
        assertThat(visitor.get("/wmts/1.0.0/map/default/GoogleMapsCompatible/15/14232/26710.png")
                        .hasStatus(200)
                        .response()
                        .body())
                .isEqualTo(picture);
        assertThat(visitor.get(WMTS + "application/vnd.mapbox-vector-tile")
                        .hasStatus(200)
                        .response()
                        .body())
                .isEqualTo(visitor.get(TILE + ".mvt").response().body());
    }

    @ParameterizedTest
    @CsvSource({
        "'', MissingParameterValue, SERVICE",
        "service=WMS&request=GetCapabilities, InvalidParameterValue, SERVICE",
        "service=WMTS, MissingParameterValue, REQUEST",
        "service=WMTS&request=GetFeatureInfo, OperationNotSupported, REQUEST",
        "service=WMTS&request=GetTile&layer=map, MissingParameterValue, STYLE",
        "service=WMTS&request=GetTile&layer=no&style=default&tilematrixset=GoogleMapsCompatible&tilematrix=0&tilerow=0&tilecol=0&format=image/png, InvalidParameterValue, LAYER",
        "service=WMTS&request=GetTile&layer=staff&style=default&tilematrixset=GoogleMapsCompatible&tilematrix=0&tilerow=0&tilecol=0&format=image/png, InvalidParameterValue, LAYER",
        "service=WMTS&request=GetTile&layer=map&style=default&tilematrixset=other&tilematrix=0&tilerow=0&tilecol=0&format=image/png, InvalidParameterValue, TILEMATRIXSET",
        "service=WMTS&request=GetTile&layer=map&style=default&tilematrixset=GoogleMapsCompatible&tilematrix=0&tilerow=1&tilecol=0&format=image/png, TileOutOfRange, TILEROW",
        "service=WMTS&request=GetTile&layer=map&style=default&tilematrixset=GoogleMapsCompatible&tilematrix=a&tilerow=1&tilecol=0&format=image/png, TileOutOfRange, TILEROW",
        "service=WMTS&request=GetTile&layer=map&style=default&tilematrixset=GoogleMapsCompatible&tilematrix=0&tilerow=0&tilecol=0&format=image/gif, InvalidParameterValue, FORMAT"
    })
    void aWrongWmtsRequestIsToldWhatIsWrongInWmtsWords(String query, String code, String locator) {
        Answer answer = visitor.get("/wmts?" + query).hasStatus(400);
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        var fault = (org.w3c.dom.Element)
                parse(answer.text()).getElementsByTagName("Exception").item(0);
        assertThat(fault.getAttribute("exceptionCode")).isEqualTo(code);
        assertThat(fault.getAttribute("locator")).isEqualTo(locator);
        assertThat(fault.getTextContent()).matches(".*\\p{IsHan}.*");
    }

    private static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception broken) {
            throw new AssertionError(xml, broken);
        }
    }
}
