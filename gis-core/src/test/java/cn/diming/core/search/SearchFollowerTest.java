package cn.diming.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.StoredRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchFollowerTest {

    private static final List<String> QUERIES =
            List.of("番禺区", "panyu", "朝阳东路12号", "大石", "nsq", "福临便利店", "番", "坪上", "红卫东路");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aNewRecordIsFoundAndADeletedOneIsNot(Engines engine) {
        try (SearchFixture fixture = new SearchFixture(engine, folder).follow()) {
            StoredRecord created = fixture.core
                    .records()
                    .create(Actor.OPERATOR, RecordKind.PLACE, Drafts.village("v", "新造村", 113.4, 23.0));
            assertThat(ids(fixture.follow(), "新造村")).containsExactly(created.id());

            fixture.core.records().delete(Actor.OPERATOR, created.id(), created.version());
            assertThat(ids(fixture.follow(), "新造村")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aChangedNameReplacesTheOldOne(Engines engine) {
        try (SearchFixture fixture = new SearchFixture(engine, folder).follow()) {
            fixture.take(RecordKind.PLACE, Drafts.village("v", "旧塘村", 113.4, 23.0));
            fixture.follow();
            fixture.take(RecordKind.PLACE, Drafts.village("v", "朗日村", 113.4, 23.0));
            fixture.follow();

            assertThat(ids(fixture, "朗日村")).hasSize(1);
            assertThat(fixture.search().search(SearchRequest.of("旧塘村", 5))).allMatch(hit -> hit.confidence() < 0.5);
            assertThat(fixture.index().size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatCameInAsBatchesEqualsWhatIsBuiltAnew(Engines engine) {
        try (SearchFixture fixture = new SearchFixture(engine, folder).follow().takeDocuments()) {
            Map<String, List<String>> followed = answers(fixture);
            fixture.follower().rebuild();
            assertThat(answers(fixture)).isEqualTo(followed);
        }
    }

    @Test
    void afterACrashItCatchesUpFromTheLastCommit() {
        try (SearchFixture fixture = new SearchFixture(Engines.GEOPACKAGE, folder).takeDocuments()) {
            fixture.restart();
            long committed = fixture.follower().cursor();
            fixture.take(RecordKind.PLACE, Drafts.village("late", "后来村", 113.4, 23.0));
            fixture.follow();
            assertThat(ids(fixture, "后来村")).hasSize(1);

            fixture.crash();
            assertThat(fixture.follower().cursor()).isEqualTo(committed);
            assertThat(fixture.search().search(SearchRequest.of("后来村", 5)))
                    .noneMatch(hit -> hit.name().equals("后来村"));
            assertThat(ids(fixture.follow(), "后来村")).hasSize(1);
        }
    }

    @Test
    void anOrderlyStopLosesNothing() {
        try (SearchFixture fixture = new SearchFixture(Engines.GEOPACKAGE, folder).takeDocuments()) {
            Map<String, List<String>> before = answers(fixture);
            long cursor = fixture.follower().cursor();
            fixture.restart();
            assertThat(fixture.follower().cursor()).isEqualTo(cursor).isPositive();
            assertThat(answers(fixture)).isEqualTo(before);
        }
    }

    @Test
    void anUnreadableIndexIsBuiltAnew() throws IOException {
        try (SearchFixture fixture = new SearchFixture(Engines.GEOPACKAGE, folder).takeDocuments()) {
            fixture.follower().close();
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments"))
                        .toList()) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
            fixture.crash();
            assertThat(fixture.follower().cursor()).isZero();
            assertThat(ids(fixture.follow(), "莲花山")).hasSize(1);
        }
    }

    @Test
    void anEmptyDatabaseGivesEmptyAnswers() {
        try (SearchFixture fixture = new SearchFixture(Engines.GEOPACKAGE, folder).follow()) {
            assertThat(fixture.search().search(SearchRequest.of("番禺", 5))).isEmpty();
            assertThat(fixture.search().suggest(SearchRequest.of("p", 5))).isEmpty();
        }
    }

    @Test
    void aRenamedDivisionShowsInEveryAddressBelowItAndLeadsThere() {
        try (SearchFixture fixture = new SearchFixture(Engines.GEOPACKAGE, folder).takeDocuments()) {
            fixture.take(
                    RecordKind.DIVISION,
                    new RecordDraft(
                            "440113000000",
                            Map.of("code", "440113000000", "name", "禺山区", "level", 3L),
                            Optional.empty(),
                            List.of(),
                            List.of()));
            fixture.follow();
            SearchHit plate =
                    fixture.search().search(SearchRequest.of("禺山区朝阳东路12号", 5)).getFirst();
            assertThat(plate.sourceKey()).contains("d1");
            assertThat(plate.address()).isEqualTo("广东省广州市禺山区大石街道");
        }
    }

    @Test
    void queriesAreAnsweredWhileRecordsChange() throws InterruptedException {
        try (SearchFixture fixture = new SearchFixture(Engines.GEOPACKAGE, folder).takeDocuments()) {
            List<Throwable> failures = new ArrayList<>();
            List<Thread> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(Thread.ofPlatform().start(() -> readAgainAndAgain(fixture, failures)));
            }
            for (int i = 0; i < 30; i++) {
                fixture.take(RecordKind.PLACE, Drafts.village("v" + i, "新" + (char) ('一' + i * 7) + "村", 113.4, 23.0));
                fixture.follow();
            }
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(failures).isEmpty();
        }
    }

    private static void readAgainAndAgain(SearchFixture fixture, List<Throwable> failures) {
        try {
            for (int i = 0; i < 60; i++) {
                for (String query : QUERIES) {
                    if (fixture.search().search(SearchRequest.of(query, 5)).isEmpty()) {
                        throw new AssertionError("nothing found for " + query);
                    }
                }
            }
        } catch (RuntimeException | AssertionError failure) {
            synchronized (failures) {
                failures.add(failure);
            }
        }
    }

    private static List<Long> ids(SearchFixture fixture, String name) {
        return fixture.search().search(SearchRequest.of(name, 5)).stream()
                .filter(hit -> hit.name().equals(name))
                .map(SearchHit::id)
                .toList();
    }

    private static Map<String, List<String>> answers(SearchFixture fixture) {
        Map<String, List<String>> answers = new HashMap<>();
        for (String query : QUERIES) {
            answers.put(
                    query,
                    fixture.search().search(SearchRequest.of(query, 10)).stream()
                            .map(SearchHit::toString)
                            .sorted()
                            .toList());
        }
        return answers;
    }
}
