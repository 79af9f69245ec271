package cn.diming.core.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ogg (RFC 3533) with Opus or Vorbis: only whole pages of one stream are kept, and the words of its comments are blanked. */
final class OggFile {

    private static final int PAGE_HEADER = 27;
    private static final int CHECKSUM = 22;
    private static final int SERIAL = 14;
    private static final int OPUS_RATE = 48_000;
    private static final int LEAST_PAGES = 2;
    private static final int POLYNOMIAL = 0x04c11db7;
    /** "OpusTags" and "\3vorbis" stand before the vendor's name. */
    private static final int OPUS_MAGIC = 8;

    private static final int VORBIS_MAGIC = 7;

    private final byte[] file;
    private final List<Page> pages = new ArrayList<>();

    /** A page from its header to its end. */
    private record Page(int start, int body, int end) {}

    private OggFile(byte[] file) {
        this.file = file;
    }

    static Voice clean(byte[] bytes) {
        OggFile ogg = new OggFile(bytes.clone());
        int end = ogg.split();
        ByteBuffer in = ByteBuffer.wrap(ogg.file).order(ByteOrder.LITTLE_ENDIAN);
        long granule = 0;
        for (Page page : ogg.pages) {
            granule = Math.max(granule, in.getLong(page.start + 6));
        }
        if (ogg.pages.size() < LEAST_PAGES) {
            throw Voice.broken();
        }
        ogg.blankComments();
        return new Voice(Arrays.copyOf(ogg.file, end), Voice.seconds(seconds(in, granule)));
    }

    /** @return where what is kept ends */
    private int split() {
        int at = 0;
        while (at + PAGE_HEADER <= file.length && latin(at, 4).equals("OggS")) {
            int body = at + PAGE_HEADER + (file[at + 26] & 0xff);
            int end = body;
            for (int i = at + PAGE_HEADER; i < body; i++) {
                end += file[i] & 0xff;
            }
            boolean another = at > 0 && !Arrays.equals(file, SERIAL, SERIAL + 4, file, at + SERIAL, at + SERIAL + 4);
            if (end > file.length || another) {
                break;
            }
            if (latin(body, Math.min(8, end - body)).contains("theora")) {
                throw Voice.film();
            }
            pages.add(new Page(at, body, end));
            at = end;
        }
        return at;
    }

    /** The second packet, which begins with the second page and may go on over several. */
    private void blankComments() {
        List<Integer> places = new ArrayList<>();
        List<Page> touched = new ArrayList<>();
        boolean whole = false;
        for (int number = 1; number < pages.size() && !whole; number++) {
            Page page = pages.get(number);
            touched.add(page);
            int at = page.body;
            for (int lace = page.start + PAGE_HEADER; lace < page.body && !whole; lace++) {
                int size = file[lace] & 0xff;
                for (int i = 0; i < size; i++) {
                    places.add(at + i);
                }
                at += size;
                whole = size < 255;
            }
        }
        boolean opus = latin(pages.get(1).body, Math.min(OPUS_MAGIC, file.length - pages.get(1).body))
                .equals("OpusTags");
        boolean vorbis = latin(pages.get(1).body, Math.min(VORBIS_MAGIC, file.length - pages.get(1).body))
                .equals("\3vorbis");
        if (opus || vorbis) {
            new CommentHeader(file, places::get, places.size()).blank(opus ? OPUS_MAGIC : VORBIS_MAGIC);
            touched.forEach(this::sum);
        }
    }

    /** RFC 3533, 6: CRC-32 without reflection, over the page with zeros in its place. */
    private void sum(Page page) {
        ByteBuffer out = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(page.start + CHECKSUM, 0);
        int sum = 0;
        for (int i = page.start; i < page.end; i++) {
            sum ^= (file[i] & 0xff) << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ POLYNOMIAL : sum << 1;
            }
        }
        out.putInt(page.start + CHECKSUM, sum);
    }

    /** The first page holds the codec's header: Opus counts at 48 kHz after what it skips, Vorbis at its own rate. */
    private static double seconds(ByteBuffer in, long granule) {
        int header = PAGE_HEADER + (in.get(26) & 0xff);
        boolean opus = in.get(header) == 'O';
        return opus
                ? (granule - (double) (in.getShort(header + 10) & 0xffff)) / OPUS_RATE
                : granule / (double) Integer.toUnsignedLong(in.getInt(header + 12));
    }

    private String latin(int from, int length) {
        return new String(file, from, length, StandardCharsets.ISO_8859_1);
    }
}
