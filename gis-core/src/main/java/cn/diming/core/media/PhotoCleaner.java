package cn.diming.core.media;

import cn.diming.core.record.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes of what a camera or a stranger sends a plain JPEG: turned upright, of limited size, in sRGB, without metadata and without
 * anything that was hidden in the file, for only its pixels are kept. Decodes large pictures at a fraction of their size and one at
 * a time, so memory stays bounded.
 */
final class PhotoCleaner {

    private static final int MEDIUM_EDGE = 1024;
    private static final int SMALL_EDGE = 320;
    private static final int LEAST_EDGE = 16;
    private static final float QUALITY = 0.85f;
    /** Lossless WebP is decoded as a whole, four bytes a pixel. */
    private static final long MOST_WEBP_PIXELS = 20_000_000;
    /** The decoder keeps all coefficients of a progressive picture, two bytes each, outside of the heap. */
    private static final long MOST_PROGRESSIVE_PIXELS = 20_000_000;
    /** What one decoded picture may take. */
    private static final long DECODED_BYTES = 80_000_000;

    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

    static {
        // in a packed application the readers are not on the path ImageIO looks at by itself
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PhotoCleaner.class.getClassLoader());
        ImageIO.scanForPlugins();
        thread.setContextClassLoader(before);
    }

    /** The same picture in three sizes, as JPEG. */
    record Sizes(byte[] full, byte[] medium, byte[] small, int width, int height) {}

    private final MediaLimits limits;

    PhotoCleaner(MediaLimits limits) {
        this.limits = limits;
    }

    /** @throws Refused for what is no picture, a broken one or one that is too large */
    Sizes clean(Path file, MediaFormat format, int orientation) {
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            boolean progressive =
                    format == MediaFormat.JPEG && JpegMarkers.of(file).progressive();
            long most = progressive
                    ? MOST_PROGRESSIVE_PIXELS
                    : format == MediaFormat.WEBP ? MOST_WEBP_PIXELS : limits.photoPixels();
            return sizes(upright(decode(file, format, Math.min(most, limits.photoPixels())), orientation));
        } catch (IOException broken) {
            throw new Refused(List.of("照片已损坏，无法读取"));
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    private BufferedImage decode(Path file, MediaFormat format, long mostPixels) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT))
                .next();
        AtomicBoolean cut = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            String text = warning.toLowerCase(Locale.ROOT);
            cut.compareAndSet(false, text.contains("premature") || text.contains("truncated file"));
        });
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            refuseSize(width, height, mostPixels);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = step(reader, width, height);
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            if (cut.get()) {
                throw new Refused(List.of("照片不完整：请重新拍摄或重新传送"));
            }
            return image;
        } catch (RuntimeException broken) {
            if (broken instanceof Refused) {
                throw broken;
            }
            throw new IOException(broken); // decoders meet broken files with exceptions of all kinds
        } finally {
            reader.dispose();
        }
    }

    private static void refuseSize(int width, int height, long most) {
        if ((long) width * height > most) {
            throw new Refused(List.of("照片有 " + width + "×" + height + " 像素，至多 " + most / 10_000 + " 万像素"));
        }
        if (Math.min(width, height) < LEAST_EDGE) {
            throw new Refused(List.of("照片太小：" + width + "×" + height + " 像素"));
        }
    }

    /** Every so many pixels are read: as few as keep the edge and the memory. */
    private int step(ImageReader reader, int width, int height) throws IOException {
        int step = Math.max(1, Math.max(width, height) / limits.photoEdge());
        var types = reader.getImageTypes(0);
        int bits = types.hasNext() ? types.next().getColorModel().getPixelSize() : 32;
        while ((long) (width / step) * (height / step) * Math.max(3, (bits + 7) / 8) > DECODED_BYTES) {
            step++;
        }
        return step;
    }

    /** Scaled to the edge, turned, on white, in sRGB. */
    private BufferedImage upright(BufferedImage decoded, int orientation) {
        ColorSpace space = decoded.getColorModel().getColorSpace();
        boolean foreign = space.getType() == ColorSpace.TYPE_RGB
                && !space.isCS_sRGB()
                && decoded.getSampleModel().getNumBands() == 3
                && decoded.getColorModel().getComponentSize(0) == 8;
        BufferedImage plain = foreign ? as(decoded, ColorSpace.getInstance(ColorSpace.CS_sRGB)) : decoded;
        double scale = Math.min(1, (double) limits.photoEdge() / Math.max(decoded.getWidth(), decoded.getHeight()));
        int width = Math.max(1, (int) Math.round(decoded.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(decoded.getHeight() * scale));
        boolean turned = orientation >= 5;
        BufferedImage upright = canvas(turned ? height : width, turned ? width : height);
        AffineTransform transform = turn(orientation, width, height);
        transform.scale((double) width / decoded.getWidth(), (double) height / decoded.getHeight());
        draw(plain, upright, transform);
        return foreign
                ? new ColorConvertOp(null).filter(as(upright, space), canvas(upright.getWidth(), upright.getHeight()))
                : upright;
    }

    /** The same numbers read as colours of another space: scaling first and converting then takes a fraction of the time. */
    private static BufferedImage as(BufferedImage image, ColorSpace space) {
        var model = new java.awt.image.ComponentColorModel(
                space, false, false, java.awt.Transparency.OPAQUE, java.awt.image.DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, image.getRaster(), false, null);
    }

    /** EXIF orientations 1 to 8 (CIPA DC-008, 4.6.4) of a picture that is {@code width} × {@code height} as stored. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Sizes sizes(BufferedImage full) throws IOException {
        BufferedImage medium = smaller(full, MEDIUM_EDGE);
        BufferedImage small = smaller(medium, SMALL_EDGE);
        return new Sizes(jpeg(full), jpeg(medium), jpeg(small), full.getWidth(), full.getHeight());
    }

    private static BufferedImage smaller(BufferedImage image, int edge) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        if (longest <= edge) {
            return image;
        }
        double scale = longest > 2 * edge ? 0.5 : (double) edge / longest; // by halves: bilinear looks at four pixels
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage less = canvas(width, height);
        draw(
                image,
                less,
                AffineTransform.getScaleInstance(
                        (double) width / image.getWidth(), (double) height / image.getHeight()));
        return smaller(less, edge);
    }

    private static BufferedImage canvas(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    private static void draw(BufferedImage from, BufferedImage to, AffineTransform transform) {
        Graphics2D graphics = to.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, to.getWidth(), to.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(from, transform, null);
        graphics.dispose();
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
