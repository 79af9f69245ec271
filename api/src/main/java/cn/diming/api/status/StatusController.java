package cn.diming.api.status;

import cn.diming.api.answer.Times;
import cn.diming.api.config.DimingProperties;
import cn.diming.api.generated.StatusApi;
import cn.diming.api.generated.model.DatabaseKind;
import cn.diming.api.generated.model.ServiceStatus;
import cn.diming.core.Core;
import cn.diming.core.change.ChangeFollower;
import cn.diming.core.db.DbConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Version, database, how much there is, and how far search and tiles have followed. */
@RestController
class StatusController implements StatusApi {

    private static final String DEVELOPMENT = "dev";

    private final Core core;
    private final DimingProperties properties;
    private final List<ChangeFollower> followers;
    private final RecordCounts counts;
    private final Instant startedAt;

    StatusController(Core core, DimingProperties properties, List<ChangeFollower> followers) {
        this.core = core;
        this.properties = properties;
        this.followers = followers;
        this.counts = new RecordCounts(core.store(), core.clock());
        this.startedAt = core.clock().instant();
    }

    @Override
    public ResponseEntity<ServiceStatus> getStatus() {
        ServiceStatus status = new ServiceStatus(
                        version(),
                        database(),
                        counts.now(),
                        core.journal().latest(),
                        position("search"),
                        position("tiles"),
                        properties.demo() || core.demoNotice().isPresent())
                .startedAt(Times.of(startedAt));
        Optional.ofNullable(properties.dataDate()).ifPresent(status::dataDate);
        return ResponseEntity.ok(status);
    }

    private long position(String follower) {
        return followers.stream()
                .filter(candidate -> candidate.name().equals(follower))
                .mapToLong(ChangeFollower::cursor)
                .findFirst()
                .orElse(0);
    }

    private DatabaseKind database() {
        return core.db().config() instanceof DbConfig.Embedded ? DatabaseKind.GEOPACKAGE : DatabaseKind.POSTGIS;
    }

    /** From the jar's manifest; classes run from a folder have none. */
    private static String version() {
        return Optional.ofNullable(StatusController.class.getPackage().getImplementationVersion())
                .orElse(DEVELOPMENT);
    }
}
