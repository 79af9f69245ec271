package cn.diming.dataimport.job;

import cn.diming.core.record.IntakeResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an import or its check found.
 *
 * @param read rows of the layer
 * @param leftOut rows the plan's filter does not want
 * @param accepted records the good rows make (merged rows make one)
 * @param stored what became of them; nothing for a check
 * @param samples the first reasons, each with its row
 * @param notes about the file as a whole
 * @param plates what the checks of door plates say where the import changed plates, streets or outlines
 * @param rejects where the refused rows are
 */
public record ImportReport(
        long read,
        long leftOut,
        long accepted,
        long rejected,
        IntakeResult stored,
        List<String> samples,
        List<String> notes,
        PlateTally plates,
        Optional<Path> rejects) {

    ImportReport with(PlateTally found) {
        return new ImportReport(read, leftOut, accepted, rejected, stored, samples, notes, found, rejects);
    }

    /** The same with more notes. */
    ImportReport with(List<String> more) {
        return new ImportReport(
                read,
                leftOut,
                accepted,
                rejected,
                stored,
                samples,
                Stream.concat(notes.stream(), more.stream()).toList(),
                plates,
                rejects);
    }
}
