package cn.diming.core.contact;

import java.util.Locale;
import java.util.Optional;

/**
 * A mail server of the office, and the address there at which a telephone is reached, such as {@code {phone}@sms.example.gov.cn} of a
 * gateway that turns letters into text messages.
 *
 * @param from the sender's address
 * @param to {@code {phone}} stands for the eleven digits
 */
public record MailGateway(String host, int port, Security security, Optional<Login> login, String from, String to) {

    private static final String PHONE = "{phone}";
    private static final int LAST_PORT = 65_535;
    private static final String ADDRESS = "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+";

    /** How the line to the server is protected. */
    public enum Security {
        /** Not at all: for a server in the same machine room. */
        NONE(25),
        /** From its second sentence on (RFC 3207); a server that cannot is not spoken to. */
        STARTTLS(587),
        /** From its first byte on (RFC 8314). */
        TLS(465);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** Where such servers usually listen. */
        public int port() {
            return port;
        }
    }

    /** Who we are to the server. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /** @throws IllegalArgumentException for what cannot be a server or an address; the message is Chinese */
    public MailGateway {
        if (host.isBlank() || port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("邮件服务器的主机名或端口不对：" + host + ":" + port);
        }
        if (!from.matches(ADDRESS)) {
            throw new IllegalArgumentException("发件地址不是邮箱地址：" + from);
        }
        if (!to.contains(PHONE) || !to.replace(PHONE, "13800000000").matches(ADDRESS)) {
            throw new IllegalArgumentException("收件地址应含 {phone}，如 {phone}@sms.example.gov.cn：" + to);
        }
        if (login.isPresent() && security == Security.NONE && !isHere(host)) {
            throw new IllegalArgumentException("邮件服务器的密码不能明文传送：请用 STARTTLS 或 TLS");
        }
    }

    private static boolean isHere(String host) {
        return host.toLowerCase(Locale.ROOT).matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|::1");
    }

    String addressOf(PhoneNumber phone) {
        return to.replace(PHONE, phone.digits());
    }
}
