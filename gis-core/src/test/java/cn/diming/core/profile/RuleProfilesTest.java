package cn.diming.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.change.ChangeJournal;
import cn.diming.core.db.Db;
import cn.diming.core.fixtures.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engines.class)
class RuleProfilesTest {

    private final Db db;

    @TempDir
    private Path folder;

    RuleProfilesTest(Engines engine) {
        this.db = Db.open(engine.fresh());
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void theBundledProfilesInheritFromOneAnother() {
        RuleProfiles profiles = open();
        assertThat(profiles.list())
                .extracting(RuleProfile::name)
                .containsExactly("national", "guangdong", "guangzhou", "village-default");
        RuleProfile guangzhou = profiles.find("guangzhou").orElseThrow();
        assertThat(guangzhou.lineage()).containsExactly("national", "guangdong", "guangzhou");
        assertThat(guangzhou.find("rules", "NAM-13").orElseThrow().origin()).isEqualTo("national");
        assertThat(guangzhou.find("rules", "NAM-14").orElseThrow().origin()).isEqualTo("guangdong");
        assertThat(guangzhou.find("scopes", "street-city-urban").orElseThrow().origin())
                .isEqualTo("guangzhou");
    }

    @Test
    void everyRowOfTheBundledProfilesNamesItsSource() {
        assertThat(open().list())
                .flatExtracting(profile -> profile.sections().values().stream()
                        .flatMap(List::stream)
                        .toList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(((ProfileRow) row).source()).isNotBlank());
    }

    @Test
    void allTwentyThreeRulesHaveARow() {
        assertThat(open().find("national").orElseThrow().rows("rules")).hasSize(23);
    }

    @Test
    void theDivisionDecidesWhichProfileHolds() {
        RuleProfiles profiles = open();
        assertThat(profiles.nearest(Optional.of("440115103208")).name()).isEqualTo("guangzhou");
        assertThat(profiles.nearest(Optional.of("440703000000")).name()).isEqualTo("guangdong");
        assertThat(profiles.nearest(Optional.of("340011000000")).name()).isEqualTo("national");
        assertThat(profiles.nearest(Optional.empty()).name()).isEqualTo("national");
    }

    @Test
    void theSameContentStaysTheSameVersion() {
        assertThat(open().list()).allMatch(profile -> profile.version() == 1);
        assertThat(open().list()).allMatch(profile -> profile.version() == 1);
    }

    @Test
    void aChangedProfileAndThoseBelowItGetANewVersionAndTheOldOneStays() {
        open();
        write("guangdong.yml", """
                title: 广东省（本局）
                parent: national
                sections:
                  rules:
                    - {key: NAM-16, remove: true, source: 不适用}
                """);
        RuleProfiles changed = open();
        RuleProfile guangdong = changed.find("guangdong").orElseThrow();
        assertThat(guangdong.version()).isEqualTo(2);
        assertThat(guangdong.own()).isTrue();
        assertThat(guangdong.find("rules", "NAM-16")).isEmpty();
        assertThat(changed.find("guangzhou").orElseThrow().version()).isEqualTo(2);
        assertThat(changed.find("national").orElseThrow().version()).isEqualTo(1);
        RuleProfile before = changed.find("guangdong", 1).orElseThrow();
        assertThat(before.title()).isEqualTo("广东省");
        assertThat(before.find("rules", "NAM-16").orElseThrow().text("severity"))
                .isEqualTo("WARN");
        assertThat(changed.find("guangdong", 3)).isEmpty();
    }

    @Test
    void aStoredVersionReadsAsItWasWritten() {
        RuleProfile now = open().find("village-default").orElseThrow();
        String content = ProfileJson.write(now);
        assertThat(ProfileJson.read(now.name(), now.version(), content)).isEqualTo(now);
    }

    @Test
    void aProfileOfTheBureauMayBringWordListsOfItsOwn() {
        write("own-words.txt", "# 说明\n塘口\n\n滘口\n");
        write("our-county.yml", """
                title: 本县
                parent: national
                divisions: ['340011']
                sections:
                  words:
                    - {key: ours, rule: NAM-06, title: 本县不用的词, match: PART, file: own-words.txt, source: 本局会议纪要}
                """);
        RuleProfile ours = open().nearest(Optional.of("340011001001"));
        assertThat(ours.name()).isEqualTo("our-county");
        assertThat(ours.find("words", "ours").orElseThrow().texts("words")).containsExactly("塘口", "滘口");
    }

    @Test
    void aFaultyFileIsRefusedWithAllItsFaultsInChinese() {
        write("wrong.yml", """
                title: 有误
                parent: national
                colour: red
                divisions: [44]
                sections:
                  nonsense: []
                  rules:
                    - {key: NAM-01, title: 甲, severity: MUST, source: 无}
                    - {key: NAM-02, severity: ERROR}
                    - {key: NAM-02, title: 乙, severity: ERROR, source: 无, sevrity: 笔误}
                  sounds:
                    - {key: SAME_NOISE, title: 同音, rule: NAM-14, severity: WARN, source: 无}
                  timers:
                    - {key: T-FILE, title: 备案, start: 批准, length: fifteen, unit: days, source: 无}
                  thresholds:
                    - {key: 路, generics: [路], categories: [STREET], all: ['width about 5'], source: 无}
                """);
        assertThatThrownBy(this::open)
                .isInstanceOf(ProfileRefused.class)
                .hasMessageContainingAll(
                        "规则档案 wrong 有误",
                        "文件没有 colour 这一项",
                        "divisions 应为带引号的区划代码前缀",
                        "没有名为 nonsense 的部分",
                        "severity（严重程度）不能是 MUST，只能是 ERROR、WARN、INFO、OFF",
                        "rules 的条目 NAM-02 重复",
                        "rules 的条目 NAM-02 缺少 source（依据）",
                        "rules 的条目 NAM-02 缺少 title（名称）",
                        "没有 sevrity 这一项",
                        "key（级别）不能是 SAME_NOISE",
                        "length（长度）应为整数，而不是 fifteen",
                        "width about 5，应如 storeys >= 20");
    }

    @Test
    void brokenYamlAnUnknownParentACircleAndABadNameAreRefused() {
        refused("broken.yml", "title: [", "第 1 行附近");
        refused("list.yml", "- a", "应由“键: 值”组成");
        refused("orphan.yml", "title: 孤\nparent: nowhere\n", "上级 nowhere 不存在");
        refused("circle.yml", "title: 圈\nparent: circle\n", "绕成了圈");
        refused("Big Name.yml", "title: 名\n", "文件名应为小写字母");
    }

    private void refused(String file, String yaml, String words) {
        write(file, yaml);
        assertThatThrownBy(this::open).isInstanceOf(ProfileRefused.class).hasMessageContaining(words);
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private RuleProfiles open() {
        return new RuleProfiles(db, new ChangeJournal(db, Engines.CLOCK), Optional.of(folder));
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
