package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.geotools.util.ConverterFactory;
import org.geotools.util.Converters;
import org.junit.jupiter.api.Test;

/** GeoTools comes in a jar full of other libraries; the filtered one must not bring them back. */
class GeoToolsJarTest {

    @Test
    void picturesAreReadByTheJdkAndOurOwnChoice() {
        List<String> readers = new ArrayList<>();
        IIORegistry.getDefaultInstance()
                .getServiceProviders(ImageReaderSpi.class, false)
                .forEachRemaining(reader -> readers.add(reader.getClass().getName()));

        assertThat(readers)
                .isNotEmpty()
                .allMatch(name -> name.startsWith("com.sun.imageio.") || name.startsWith("com.twelvemonkeys.imageio."));
        assertThat(ImageIO.getImageReadersByFormatName("tiff")).hasNext();
    }

    @Test
    void thereIsOneSlf4j() throws IOException {
        ClassLoader loader = getClass().getClassLoader();

        assertThat(Collections.list(loader.getResources("org/slf4j/LoggerFactory.class")))
                .hasSize(1);
        assertThat(loader.getResource("javax/media/jai/JAI.class")).isNull();
        assertThat(loader.getResource("com/google/common/collect/ImmutableList.class"))
                .isNull();
    }

    @Test
    void everyConverterOfTheListCanBeLoaded() {
        assertThat(ServiceLoader.load(ConverterFactory.class)).hasSizeGreaterThan(15);
        assertThat(Converters.convert("no number", Long.class)).isNull();
        assertThat(Converters.convert("4", Long.class)).isEqualTo(4L);
    }
}
