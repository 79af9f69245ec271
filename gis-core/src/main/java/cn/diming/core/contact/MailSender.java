package cn.diming.core.contact;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;

/** Hands codes to a mail server, for offices whose way to telephones is a gateway that reads letters. */
public final class MailSender implements CodeSender {

    private static final String CONNECT_MILLIS = "5000";
    private static final String PATIENCE_MILLIS = "10000";

    private final MailGateway gateway;
    private final Clock clock;
    private final Session session;

    public MailSender(MailGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
        this.session = Session.getInstance(settings(gateway));
    }

    private static Properties settings(MailGateway gateway) {
        Properties settings = new Properties();
        settings.put("mail.transport.protocol.rfc822", "smtp");
        settings.put("mail.smtp.host", gateway.host());
        settings.put("mail.smtp.port", Integer.toString(gateway.port()));
        settings.put("mail.smtp.auth", Boolean.toString(gateway.login().isPresent()));
        settings.put(
                "mail.smtp.starttls.required", Boolean.toString(gateway.security() == MailGateway.Security.STARTTLS));
        settings.put(
                "mail.smtp.starttls.enable", Boolean.toString(gateway.security() == MailGateway.Security.STARTTLS));
        settings.put("mail.smtp.ssl.enable", Boolean.toString(gateway.security() == MailGateway.Security.TLS));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        settings.put("mail.smtp.timeout", PATIENCE_MILLIS);
        settings.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return settings;
    }

    /** What goes wrong is told without its cause: the texts of mail servers name the recipient, who is a telephone. */
    @Override
    public void send(PhoneNumber phone, String code, Duration valid) {
        try {
            MimeMessage letter = letter(phone, code, valid);
            if (gateway.login().isPresent()) {
                MailGateway.Login login = gateway.login().get();
                Transport.send(letter, login.user(), login.password());
            } else {
                Transport.send(letter);
            }
        } catch (AuthenticationFailedException unknown) {
            throw new SendingFailed("the mail server does not take our user name and password");
        } catch (SendFailedException refused) {
            throw new SendingFailed("the mail server does not take the letter");
        } catch (MessagingException broken) {
            throw new SendingFailed("the mail server does not answer as it should");
        }
    }

    private MimeMessage letter(PhoneNumber phone, String code, Duration valid) throws MessagingException {
        MimeMessage letter = new MimeMessage(session);
        letter.setFrom(new InternetAddress(gateway.from()));
        letter.setRecipient(RecipientType.TO, new InternetAddress(gateway.addressOf(phone)));
        letter.setSubject(CodeText.SUBJECT, StandardCharsets.UTF_8.name());
        letter.setText(CodeText.of(code, valid), StandardCharsets.UTF_8.name());
        letter.setHeader("Auto-Submitted", "auto-generated"); // nobody's answering machine should answer (RFC 3834)
        letter.setSentDate(Date.from(clock.instant()));
        return letter;
    }
}
