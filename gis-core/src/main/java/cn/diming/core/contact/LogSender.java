package cn.diming.core.contact;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For demonstrations alone: the code stands in the log, where whoever shows the system reads it. */
public final class LogSender implements CodeSender {

    private static final Logger LOG = LoggerFactory.getLogger(LogSender.class);

    @Override
    public void send(PhoneNumber phone, String code, Duration valid) {
        LOG.info("demo: the code for {} is {}, valid {} minutes", phone.masked(), code, valid.toMinutes());
    }
}
