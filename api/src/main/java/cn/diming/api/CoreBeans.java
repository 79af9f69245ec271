package cn.diming.api;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.config.SecretFile;
import cn.diming.core.Core;
import cn.diming.core.change.ChangeFollower;
import cn.diming.core.change.ChangePump;
import cn.diming.core.db.DbConfig;
import cn.diming.core.db.DbConfig.Server;
import cn.diming.core.region.DivisionTree;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The core as beans, unless the caller brought one, and what follows its journal. */
@Configuration(proxyBeanMethods = false)
class CoreBeans {

    @Bean
    @ConditionalOnMissingBean
    Core core(DimingProperties properties) {
        return Core.open(database(properties), Clock.systemDefaultZone());
    }

    @Bean
    DivisionTree divisions(Core core) {
        return core.divisions();
    }

    @Bean
    ChangePump divisionPump(Core core, DivisionTree divisions) {
        return pump(core, divisions);
    }

    private static ChangePump pump(Core core, ChangeFollower follower) {
        return new ChangePump(core.journal(), follower).start();
    }

    private static DbConfig database(DimingProperties properties) {
        DimingProperties.Database settings = properties.db();
        if (settings.url() == null || settings.url().isBlank()) {
            return DbConfig.embedded(properties.data());
        }
        Server server = (Server) DbConfig.parse(settings.url());
        Optional<String> password = SecretFile.read(settings.passwordFile(), settings.password());
        return new Server(
                server.host(),
                server.port(),
                server.database(),
                Optional.ofNullable(settings.user()).or(server::user),
                password.or(server::password));
    }
}
