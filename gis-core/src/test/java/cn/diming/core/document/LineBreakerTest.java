package cn.diming.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.document.LineBreaker.Atom;
import cn.diming.core.paper.Papers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LineBreakerTest {

    private static final Style STYLE = Objects.requireNonNull(Objects.requireNonNull(Layouts.read(
                            "layouts.yml", new TemplateFolder(Papers.class, Optional.empty()).bundled("layouts.yml"))
                    .get("公文"))
            .styles()
            .get("顶格"));

    @ParameterizedTest(name = "{0} in {1}")
    @CsvFileSource(resources = "line-breaks.csv", delimiter = ';')
    void linesBreakByTheRulesOfChineseSetting(String text, int characters, String lines) {
        List<LineBreaker.TextLine> set =
                new LineBreaker(Map.of()).lines(List.of(Run.plain(text)), STYLE, characters * STYLE.size() + 0.5);
        String found = set.stream()
                .map(line -> line.atoms().stream()
                        .map(Atom::codePoint)
                        .map(Character::toString)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("/"));
        assertThat(found).isEqualTo(lines);
    }
}
