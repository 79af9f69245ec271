package cn.diming.core.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Run by hand: what taking in a photo costs. Memory is the most that was in use at once, after a collection before each photo. */
final class MeasurePhotos {

    private MeasurePhotos() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("diming-photos");
        MediaIntake intake = new MediaIntake(
                new MediaFolder(folder, Optional.empty()), MediaLimits.USUAL, Clock.systemDefaultZone());
        for (int[] size : new int[][] {{4000, 3000}, {4000, 3000}, {4000, 3000}, {8160, 6120}}) {
            for (String format : new String[] {"jpeg", "png"}) {
                measure(intake, size[0], size[1], format);
            }
        }
    }

    private static void measure(MediaIntake intake, int width, int height, String format) throws IOException {
        byte[] photo = photo(width, height, format);
        if (photo.length > MediaLimits.USUAL.photoBytes()) {
            return;
        }
        System.gc();
        var threads = ManagementFactory.getThreadMXBean();
        var pools = ManagementFactory.getMemoryPoolMXBeans();
        long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        pools.forEach(pool -> pool.resetPeakUsage());
        long begun = threads.getCurrentThreadCpuTime();
        Incoming taken = intake.take(new ByteArrayInputStream(photo));
        long millis = TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - begun);
        long peak = pools.stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%s %d × %d, %.1f MB in, %.1f MB kept: %d ms of CPU, %d MB of heap%n",
                format, width, height, photo.length / 1e6, taken.bytes() / 1e6, millis, (peak - before) / 1_000_000);
    }

    /** Waves with a little noise compress about as a landscape does. */
    private static byte[] photo(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int wave = (int) (100 + 60 * Math.sin(x / 97.0) + 60 * Math.cos(y / 61.0));
                int noise = format.equals("png") ? 0 : random.nextInt(12);
                image.setRGB(x, y, wave + noise << 16 | wave << 8 | 255 - wave);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
