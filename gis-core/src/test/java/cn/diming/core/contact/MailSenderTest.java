package cn.diming.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.contact.MailGateway.Login;
import cn.diming.core.contact.MailGateway.Security;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MailServer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes handed to a mail server that turns letters into text messages. */
class MailSenderTest {

    private static final String TO = "{phone}@sms.example.gov.cn";
    private static final String FROM = "diming@example.gov.cn";
    private static final PhoneNumber PHONE = PhoneNumber.parse("13800000001");

    private final MailServer server = new MailServer();

    @AfterEach
    void close() {
        server.close();
    }

    private void send(int port, Security security, Optional<Login> login) {
        new MailSender(new MailGateway("localhost", port, security, login, FROM, TO), Engines.CLOCK)
                .send(PHONE, "123456", Duration.ofMinutes(10));
    }

    @Test
    void theCodeComesToTheAddressOfTheTelephone() throws Exception {
        send(server.port(), Security.NONE, Optional.empty());
        MailServer.Letter letter = server.take();
        assertThat(letter.recipient()).isEqualTo("13800000001@sms.example.gov.cn");
        assertThat(letter.text()).contains("验证码 123456").contains("10 分钟");
        assertThat(letter.head())
                .contains("From: " + FROM)
                .contains("Auto-Submitted: auto-generated")
                .contains("charset=UTF-8")
                .doesNotContain("123456");
        assertThat(server.commands()).noneMatch(said -> said.startsWith("AUTH"));
    }

    @Test
    void aServerThatAsksWhoWeAreIsTold() throws Exception {
        send(server.port(), Security.NONE, Optional.of(new Login("diming", "s3cret")));
        assertThat(server.take().recipient()).startsWith("13800000001@");
        assertThatThrownBy(() -> send(server.port(), Security.NONE, Optional.of(new Login("diming", "wrong"))))
                .isInstanceOf(SendingFailed.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void aServerThatRefusesIsAFailureThatNamesNobody() {
        server.refuse("no such user 13800000001");
        assertThatThrownBy(() -> send(server.port(), Security.NONE, Optional.empty()))
                .isInstanceOf(SendingFailed.class)
                .hasMessageNotContaining("138")
                .hasMessageNotContaining("123456")
                .hasNoCause();
    }

    @Test
    void nothingIsSaidToAServerWithoutTheEncryptionThatIsAskedFor() {
        for (Security security : new Security[] {Security.STARTTLS, Security.TLS}) {
            assertThatThrownBy(() -> send(server.port(), security, Optional.of(new Login("diming", "s3cret"))))
                    .isInstanceOf(SendingFailed.class);
        }
        assertThat(server.commands()).noneMatch(said -> said.matches("(AUTH|MAIL|RCPT|DATA).*"));
    }

    @Test
    void aServerThatIsNotThereIsAFailure() {
        int port = server.port();
        server.close();
        assertThatThrownBy(() -> send(port, Security.NONE, Optional.empty())).isInstanceOf(SendingFailed.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                   25,    diming@example.gov.cn,     {phone}@sms.example.gov.cn, 主机名
            mail.example.gov.cn,  70000, diming@example.gov.cn,     {phone}@sms.example.gov.cn, 端口
            mail.example.gov.cn,  25,    '',                        {phone}@sms.example.gov.cn, 发件地址
            mail.example.gov.cn,  25,    a@b.cn;c@d.cn,          {phone}@sms.example.gov.cn, 发件地址
            mail.example.gov.cn,  25,    diming@example.gov.cn,     office@example.gov.cn,      收件地址
            mail.example.gov.cn,  25,    diming@example.gov.cn,     {phone},                    收件地址
            """)
    void whatIsNoGatewayIsRefusedInChinese(String host, int port, String from, String to, String named) {
        assertThatThrownBy(() -> new MailGateway(host, port, Security.STARTTLS, Optional.empty(), from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void aPasswordNeverGoesOverAnOpenLineToAnotherMachine() {
        Optional<Login> login = Optional.of(new Login("diming", "s3cret"));
        assertThatThrownBy(() -> new MailGateway("mail.example.gov.cn", 25, Security.NONE, login, FROM, TO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("明文")
                .hasMessageNotContaining("s3cret");
        assertThat(new MailGateway("mail.example.gov.cn", 587, Security.STARTTLS, login, FROM, TO).toString())
                .doesNotContain("s3cret");
    }
}
