package cn.diming.core.media;

import cn.diming.core.fixtures.HostileFiles;
import cn.diming.core.record.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Run by hand in a process with little memory: every hostile file, what it costs, and the most the process ever took. */
final class MeasureTorture {

    private MeasureTorture() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("diming-torture");
        MediaIntake intake = new MediaIntake(
                new MediaFolder(folder, Optional.empty()), MediaLimits.USUAL, Clock.systemDefaultZone());
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        for (HostileFiles.Sample sample : HostileFiles.all()) {
            long bytes = threads.getThreadAllocatedBytes(thread);
            long began = threads.getCurrentThreadCpuTime();
            String verdict;
            try {
                intake.take(new ByteArrayInputStream(sample.bytes()));
                verdict = "taken";
            } catch (Refused told) {
                verdict = String.join("；", told.faults());
            }
            System.out.printf(
                    "%-55s %,12d bytes in, %5d ms of CPU, %4d MB allocated: %s%n",
                    sample.name(),
                    sample.bytes().length,
                    TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - began),
                    (threads.getThreadAllocatedBytes(thread) - bytes) / 1_000_000,
                    verdict);
        }
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .forEach(line -> System.out.println("most of the process: " + line));
    }
}
