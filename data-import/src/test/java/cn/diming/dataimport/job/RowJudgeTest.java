package cn.diming.dataimport.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.StoredRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of single rows; the database matters little here. */
class RowJudgeTest {

    private static final String AREAS = """
            target: DIVISION
            crs: EPSG:4490
            position: {wkt: shape}
            key: ${id}
            fields: {code: "${code}", name: "${name}", level: "5", parent_code: "${code|parent}"}
            """;

    @TempDir
    Path folder;

    private Core core;

    @BeforeEach
    void open() {
        core = Engines.GEOPACKAGE.open();
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void aKeyOrACodeThatComesTwiceIsRejectedTheSecondTime() {
        Path file = Imports.file(folder, "a.csv", """
                id,code,name,shape
                1,440115103208,大稳村,
                1,440115103209,细稳村,
                2,440115103208,大稳,
                3,440115103210,励业村,
                """);
        ImportReport report = Imports.commit(core, file, AREAS);
        assertThat(report.samples()).containsExactly("第 2 行：与前面的行重复：1", "第 3 行：与前面的行重复：区划代码 440115103208");
        assertThat(report.accepted()).isEqualTo(2);
    }

    @Test
    void aParentThatNobodyKnowsIsTold() {
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "d", Drafts.dawen());
        core.divisions().rebuild();
        Path file = Imports.file(folder, "a.csv", """
                id,code,name,shape
                1,440115103209,细稳村,
                2,440115104201,某村,
                3,440113100201,另村,
                """);
        assertThat(Imports.commit(core, file, AREAS).notes())
                .containsExactly("有 2 个上级区划既不在文件里也不在库中（440113100000、440115104000），请再导入上级区划");
    }

    @Test
    void aPolygonThatTouchesItselfIsMendedAndCountedAndABowTieIsNot() {
        Path file = Imports.file(folder, "a.csv", """
                id;code;name;shape
                1;440115103208;好村;POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))
                2;440115103209;毛刺村;POLYGON ((0 0, 4 0, 4 4, 5 5, 4 4, 0 4, 0 0))
                3;440115103210;蝴蝶村;POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))
                """);
        ImportReport report = Imports.commit(core, file, AREAS);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.notes()).contains("有 1 个面的边界自相交或有毛刺，已自动修复（面积变化不到万分之一）");
        assertThat(report.samples()).singleElement().asString().startsWith("第 3 行：边界自相交");
    }

    @Test
    void theWrongShapeForAKindIsRejected() {
        Path file = Imports.file(folder, "a.csv", "id;code;name;shape\n1;440115103208;好村;POINT (113 23)\n");
        assertThat(Imports.commit(core, file, AREAS).samples()).containsExactly("第 1 行：行政区划的几何类型不能是 Point");
    }

    @Test
    void piecesOfAStreetBecomeOneRecordAndOthersStay() {
        Path file = Imports.file(folder, "a.csv", """
                id;town;name;shape
                1;01;东环路;LINESTRING (113 23, 113.1 23)
                2;01;清河路;LINESTRING (113 23, 113 23.1)
                3;01;东环路;MULTILINESTRING ((113.1 23, 113.2 23), (113.3 23, 113.4 23))
                4;02;东环路;LINESTRING (114 23, 114.1 23)
                5;01;;LINESTRING (114 23, 114.1 23)
                6;01;东环路;POINT (113 23)
                7;03;点;POINT (113 23)
                8;03;点;LINESTRING (114 23, 114.1 23)
                """);
        ImportReport report = Imports.commit(core, file, """
                target: PLACE
                crs: EPSG:4490
                filter: '"id" <> ''6'''
                position: {wkt: shape}
                key: line/${id}
                merge: ${town}/${name}
                fields: {name: "${name}", category: STREET}
                """);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.samples()).containsExactly("第 5 行：缺少名称（name）", "第 7 行：合并后地名的几何类型不能是 GeometryCollection");
        assertThat(Imports.all(core, RecordKind.PLACE))
                .extracting(
                        street -> core.store().sourcesOf(street.id()).getFirst().key() + " "
                                + street.geometry().orElseThrow().getNumGeometries())
                .containsExactlyInAnyOrder("01/东环路 3", "01/清河路 1", "02/东环路 1");
    }

    @Test
    void aFilterSpeaksOfCgcs2000WhateverTheFileIsIn() {
        // Guangzhou in GCJ-02 lies 0.0054° east of itself: the box holds the first point only after the shift
        Path file = Imports.file(folder, "a.csv", """
                id,name,lon,lat
                1,里,113.0040,23
                2,外,112.9960,23
                3,坏,999,23
                """);
        ImportReport report = Imports.commit(
                core,
                file,
                Imports.PLACES.replace("EPSG:4490", "GCJ-02") + "filter: BBOX(geom, 112.998, 22, 112.9999, 24)\n");
        assertThat(Imports.all(core, RecordKind.PLACE))
                .extracting(StoredRecord::title)
                .containsExactly("里");
        assertThat(report.leftOut()).isEqualTo(1);
        assertThat(report.samples()).singleElement().asString().startsWith("第 3 行：坐标超出范围：999.0，23.0");
    }

    @Test
    void aRowThatIsNotWantedIsLeftOutHoweverBadItsPosition() {
        Path file = Imports.file(folder, "a.csv", "id,name,lon,lat\n1,好,113,23\n2,不要,999,23\n");
        ImportReport report = Imports.commit(core, file, Imports.PLACES + "filter: name <> '不要'\n");
        assertThat(report.leftOut()).isEqualTo(1);
        assertThat(report.rejected()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            strLength(name) > 1 | 筛选条件里不能用函数或算式
            colour = 'red'      | 没有可筛选的字段 colour
            name = = 'x'        | 筛选条件写法有误
            DWITHIN(geom, POINT(113 23), 1, meters) | 筛选条件里不能用这种写法
            INTERSECTS(geom, SRID=3857;POINT(1 1))  | 坐标系
            ((((((((((((((((((((((((((((((((((((((((((((((((((((name = 'x')))))))))))))))))))))))))))))))))))))))))))))))))))) | 嵌套过深
            """)
    void aWrongOrHostileFilterIsRefusedBeforeAnythingIsWritten(String filter, String words) {
        Path file = Imports.file(folder, "a.csv", "id,name,lon,lat\n1,好,113,23\n");
        assertThatThrownBy(() -> Imports.commit(core, file, Imports.PLACES + "filter: \"" + filter + "\"\n"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageStartingWith("导入方案 mine：filter：")
                .hasMessageContaining(words);
        assertThat(folder).isDirectoryNotContaining("glob:**.{part,csv.rejected.csv}");
    }

    @Test
    void aPlanForAnotherFileIsRefusedWithTheFieldsOfThisOne() {
        Path file = Imports.file(folder, "a.csv", "编号,名称,lon,lat\n1,好,113,23\n");
        assertThatThrownBy(() -> Imports.commit(core, file, Imports.PLACES))
                .isInstanceOf(ImportRefused.class)
                .hasMessage("导入方案 mine 用到的字段 id、name 在图层 a 里没有，这个文件的字段是：编号、名称、lon、lat");
    }

    @Test
    void whatTheReaderFoundOddIsCountedWithAnExample() {
        Path file = Imports.file(folder, "a.geojson", """
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"id": 1, "name": "高"}, "geometry": {"type": "Polygon", "coordinates":
                  [[[0, 0], [4, 0], [4, 4], [0, 4]]]}},
                {"type": "Feature", "properties": {"id": 2, "name": "平"}, "geometry": null}]}
                """);
        ImportReport report =
                Imports.commit(core, file, "target: PLACE\nkey: ${id}\nfields: {name: \"${name}\", category: OTHER}\n");
        assertThat(report.notes()).singleElement().asString().startsWith("有 1 行带提示，如第 1 行：");
    }

    @Test
    void aTableWithoutPositionsNeedsNoReferenceSystem() {
        Path file = Imports.file(folder, "a.csv", "id,name\n1,好\n");
        assertThat(Imports.commit(
                                core, file, "target: PLACE\nkey: ${id}\nfields: {name: \"${name}\", category: OTHER}\n")
                        .accepted())
                .isEqualTo(1);
        assertThat(List.copyOf(Imports.all(core, RecordKind.PLACE))).hasSize(1);
    }
}
