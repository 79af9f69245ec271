package cn.diming.tiles.sheet.canvas;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A photo that is known to be sound (JPEG or PNG); two are equal when they are one object. */
public final class Photo {
    private final byte[] bytes;
    private final int width;
    private final int height;

    private Photo(byte[] bytes, int width, int height) {
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    /** Empty for what is no JPEG or PNG, or is cut off. */
    public static Optional<Photo> read(byte[] file) {
        boolean known = file.length > 8 && (file[0] == (byte) 0xFF || file[0] == (byte) 0x89);
        try {
            @Nullable BufferedImage image = known ? ImageIO.read(new ByteArrayInputStream(file)) : null;
            return image == null
                    ? Optional.empty()
                    : Optional.of(new Photo(file.clone(), image.getWidth(), image.getHeight()));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty(); // decoders throw all sorts at files that are no pictures
        }
    }

    /** As it was read: JPEG or PNG. */
    public byte[] bytes() {
        return bytes;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
