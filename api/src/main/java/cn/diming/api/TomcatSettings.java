package cn.diming.api;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.problem.ProblemValve;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Tomcat speaks problem details, and believes forwarded headers only of the proxies it was told of. */
@Component
class TomcatSettings implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final DimingProperties properties;

    TomcatSettings(DimingProperties properties) {
        this.properties = properties;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName()));
        if (!properties.trustedProxies().isEmpty()) {
            tomcat.addEngineValves(forwarded());
        }
    }

    private RemoteIpValve forwarded() {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(
                properties.trustedProxies().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        return valve;
    }
}
