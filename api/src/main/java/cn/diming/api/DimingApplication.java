package cn.diming.api;

import cn.diming.core.Core;
import cn.diming.core.account.IssuedPassword;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The server. Settings come as {@code --name=value}, from the environment or from application.yml, in this order. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class DimingApplication {

    /** Starts with a core that the settings describe; closing the context closes it. */
    public static ConfigurableApplicationContext start(String... settings) {
        return ready(application().run(settings));
    }

    /** Starts with a core that is open already; whoever opened it closes it. */
    public static ConfigurableApplicationContext start(Core core, String... settings) {
        SpringApplication application = application();
        Supplier<Core> given = () -> core;
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(Core.class, given, definition -> definition.setDestroyMethodName("")));
        return ready(application.run(settings));
    }

    private static SpringApplication application() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE); // the sentences of validation
        return new SpringApplication(DimingApplication.class);
    }

    private static ConfigurableApplicationContext ready(ConfigurableApplicationContext context) {
        context.getBean(Core.class).accounts().ensureAdministrator().ifPresent(first -> show(first, System.out));
        return context;
    }

    /** On the terminal only: a log is kept and copied. */
    private static void show(IssuedPassword first, PrintStream terminal) {
        terminal.printf(
                "%n首次启动，已建立管理员账号（密码只显示这一次，首次登录须修改）：%n  登录名  %s%n  密码    %s%n%n",
                first.account().login(), first.oneTimePassword());
        terminal.flush();
    }
}
