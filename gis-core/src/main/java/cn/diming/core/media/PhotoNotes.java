package cn.diming.core.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;

/**
 * The two things worth keeping of what a camera wrote into a photo.
 *
 * @param orientation EXIF orientation, 1 to 8
 */
record PhotoNotes(int orientation, Optional<Instant> takenAt) {

    private static final PhotoNotes NONE = new PhotoNotes(1, Optional.empty());
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_YEAR = 1990;

    /** Of JPEG and WebP; PNG's compressed text could unpack to any size and says nothing we need. Broken notes are none. */
    static PhotoNotes of(Path file, MediaFormat format, Instant now) {
        if (format == MediaFormat.PNG) {
            return NONE;
        }
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
            return new PhotoNotes(orientation(metadata), takenAt(metadata).filter(at -> isPlausible(at, now)));
        } catch (ImageProcessingException | IOException | RuntimeException broken) {
            return NONE;
        }
    }

    private static int orientation(Metadata metadata) {
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer orientation = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return orientation == null || orientation < 1 || orientation > 8 ? 1 : orientation;
    }

    /** Cameras write local time, mostly without a zone. */
    private static Optional<Instant> takenAt(Metadata metadata) {
        ExifSubIFDDirectory directory = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Date date = directory == null ? null : directory.getDateOriginal(TimeZone.getTimeZone(CHINA));
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static boolean isPlausible(Instant at, Instant now) {
        return !at.isBefore(Year.of(FIRST_YEAR).atDay(1).atStartOfDay(CHINA).toInstant()) && !at.isAfter(now);
    }
}
