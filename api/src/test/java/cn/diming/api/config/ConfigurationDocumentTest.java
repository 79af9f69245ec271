package cn.diming.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The table of settings is made from {@link DimingProperties}; {@code -Dbless} rewrites it. */
class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");

    private static final String HEAD = """
            # Configuration 配置

            Made from `DimingProperties` by `ConfigurationDocumentTest` (`-Dbless` rewrites it).

            Each setting can be given, the first one winning, as a flag (`--diming.title=…`), as an environment variable
            (`DIMING_TITLE=…`) or in an `application.yml` in the directory the program is started from:

            ```yaml
            diming:
              title: 云溪县地名服务
              base-maps:
                - {id: tianditu, name: 天地图, url: 'https://t{s}.tianditu.gov.cn/…/{z}/{x}/{y}', subdomains: '01234567', attribution: 天地图}
            ```

            | 配置项 | 环境变量 | 缺省值 | 含义 |
            |---|---|---|---|
            """;

    private static final String TAIL = """

            Settings of the framework that are worth knowing:

            | 配置项 | 缺省值 | 含义 |
            |---|---|---|
            | `server.port` | 8080 | 监听端口 |
            | `server.address` | 全部 | 监听地址 |
            | `server.ssl.*` | | HTTPS 证书；也可由反向代理提供 HTTPS |
            | `management.server.port` | 与 `server.port` 相同 | 运行指标改用另一端口；设置后应只在内网开放 |
            | `logging.level.root` | INFO | 日志级别 |
            | `logging.file.name` | | 日志文件 |

            `/actuator/health` (with `/liveness` and `/readiness`) is open; `/actuator/prometheus` and `/actuator/metrics` ask for an
            administrator (a session or an API key).
            """;

    @Test
    void theTableIsWhatTheCodeSays() throws IOException {
        StringBuilder document = new StringBuilder(HEAD);
        append(document, "diming", DimingProperties.class);
        document.append(TAIL);
        if (System.getProperty("bless") != null) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document.toString());
    }

    private static void append(StringBuilder document, String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + kebab(component.getName());
            Setting setting = component.getAnnotation(Setting.class);
            if (setting != null) {
                String variable = name.toUpperCase(Locale.ROOT).replace("-", "").replaceAll("[.\\[\\]]+", "_");
                document.append("| `%s` | `%s` | %s | %s |\n"
                        .formatted(name, variable, standard(type, component), setting.value()));
            } else if (component.getType() == List.class) {
                append(document, name + "[0]", itemOf(component));
            } else {
                assertThat(component.getType().isRecord())
                        .as("%s needs @Setting", name)
                        .isTrue();
                append(document, name, component.getType());
            }
        }
    }

    private static Class<?> itemOf(RecordComponent component) {
        Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return (Class<?>) item;
    }

    /** Annotations meant for constructor parameters stay there. */
    private static String standard(Class<?> type, RecordComponent component) {
        List<String> components = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        @Nullable
        DefaultValue standard =
                type.getDeclaredConstructors()[0].getParameters()[components.indexOf(component.getName())]
                        .getAnnotation(DefaultValue.class);
        if (standard == null || standard.value().length == 0) {
            return "";
        }
        String value = standard.value()[0];
        return component.getType() == Duration.class ? value.replace("h", " 小时").replace("d", " 天") : value;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
