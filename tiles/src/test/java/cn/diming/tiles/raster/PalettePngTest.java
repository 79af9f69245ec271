package cn.diming.tiles.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PalettePngTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "3,2", "16,4", "17,8", "256,8"})
    void fewColoursComeBackExactlyInAsFewBitsAsTheyNeed(int colours, int bits) throws IOException {
        BufferedImage image = new BufferedImage(37, 21, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 37 * 21; i++) {
            int colour = i % colours;
            image.setRGB(i % 37, i / 37, (colour & 15) << 20 | (colour >> 4 & 15) << 12 | 0x30);
        }
        BufferedImage back = read(PalettePng.of(image, 0, 0, 37, 21));
        assertThat(((IndexColorModel) back.getColorModel()).getPixelSize()).isEqualTo(bits);
        for (int i = 0; i < 37 * 21; i++) {
            assertThat(back.getRGB(i % 37, i / 37)).isEqualTo(image.getRGB(i % 37, i / 37));
        }
    }

    @Test
    void anAreaKeepsItsExactColourAmongThousandsOfOthers() throws IOException {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256 * 256; i++) {
            int shade = 0xf8f6f1 - random.nextInt(4) * 0x010101;
            image.setRGB(i % 256, i / 256, i % 3 == 0 ? random.nextInt(1 << 24) : i % 3 == 1 ? 0xf8f6f1 : shade);
        }
        BufferedImage back = read(PalettePng.of(image, 0, 0, 256, 256));
        assertThat(((IndexColorModel) back.getColorModel()).getMapSize()).isEqualTo(256);
        for (int i = 1; i < 256 * 256; i += 3) {
            assertThat(back.getRGB(i % 256, i / 256) & 0xffffff).isEqualTo(0xf8f6f1);
        }
    }

    @Test
    void onlyThePartAskedForIsWritten() throws IOException {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 2, 0xff0000);
        BufferedImage part = read(PalettePng.of(image, 2, 2, 2, 1));
        assertThat(part.getWidth()).isEqualTo(2);
        assertThat(part.getHeight()).isEqualTo(1);
        assertThat(part.getRGB(1, 0) & 0xffffff).isEqualTo(0xff0000);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
