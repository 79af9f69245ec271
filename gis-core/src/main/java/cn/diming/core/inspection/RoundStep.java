package cn.diming.core.inspection;

import java.time.LocalDate;

/** What moves a round on. */
public sealed interface RoundStep {

    record BeginField() implements RoundStep {}

    /** All has been looked at: the report can be read and signed. */
    record Compile() implements RoundStep {}

    /** @param sha256 of the content that the signer has seen */
    record Sign(String sha256) implements RoundStep {}

    /** Back to the field; signatures are void. */
    record Reopen(String reason) implements RoundStep {}

    /** @param receiver the body that approved the line (Art. 12) */
    record File(LocalDate on, String receiver) implements RoundStep {}

    record Cancel(String reason) implements RoundStep {}
}
