package cn.diming.core.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A photo or a drawing. */
public sealed interface Image {

    /**
     * @param bytes a JPEG or PNG file
     * @param type {@code jpeg} or {@code png}
     */
    record Photo(byte[] bytes, String type, int widthPixels, int heightPixels) implements Image {

        /** A JPEG or PNG file as a photo; empty for anything else. */
        public static Optional<Photo> read(byte[] file) {
            try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
                Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
                if (!readers.hasNext()) {
                    return Optional.empty();
                }
                ImageReader reader = readers.next();
                reader.setInput(in);
                String type = reader.getFormatName().toLowerCase(Locale.ROOT);
                return TYPES.contains(type)
                        ? Optional.of(new Photo(file, type, reader.getWidth(0), reader.getHeight(0)))
                        : Optional.empty();
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
    }

    /** The formats that PDF and Word both hold as they are. */
    Set<String> TYPES = Set.of("jpeg", "png");

    /**
     * Lines, areas and letters.
     *
     * @param width in points; marks measure from the upper left corner, y downwards
     */
    record Drawing(double width, double height, List<Mark> marks) implements Image {
        public Drawing {
            marks = List.copyOf(marks);
        }
    }
}
