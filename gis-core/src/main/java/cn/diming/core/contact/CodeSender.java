package cn.diming.core.contact;

import java.time.Duration;

/** Brings a code to a telephone. */
public interface CodeSender {

    /** @throws SendingFailed when it could not be handed over */
    void send(PhoneNumber phone, String code, Duration valid);
}
