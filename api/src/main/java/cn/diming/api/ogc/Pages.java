package cn.diming.api.ogc;

import cn.diming.api.config.DimingProperties;
import cn.diming.core.Core;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins HTML pages with what stands on every page of the service: when the data are fictional, each says so. */
@Component
final class Pages {

    private static final String DEMO = "演示数据，纯属虚构";

    private final Core core;
    private final DimingProperties properties;

    Pages(Core core, DimingProperties properties) {
        this.core = core;
        this.properties = properties;
    }

    /** @param trail titles and addresses from the root to the page above */
    Html page(String title, List<Link> trail) {
        return new Html(title, trail, notice());
    }

    private Optional<String> notice() {
        return Optional.ofNullable(properties.notice())
                .or(core::demoNotice)
                .or(() -> properties.demo() ? Optional.of(DEMO) : Optional.empty());
    }
}
