package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import cn.diming.core.document.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The protection list as a book (地名保护名录).
 *
 * @param chapters one for each class that has names
 * @param index all names by their letters
 */
public record ProtectionBook(
        String area, String compiler, LocalDate day, List<Chapter> chapters, List<IndexLine> index) {

    public ProtectionBook {
        chapters = List.copyOf(chapters);
        index = List.copyOf(index);
    }

    /** A class of protected names. */
    public record Chapter(String title, List<ProtectedEntry> entries) {
        public Chapter {
            entries = List.copyOf(entries);
        }

        static final FieldSet<Chapter> FIELDS = new FieldSet<Chapter>()
                .plain("类别", Chapter::title)
                .plain("类别条数", chapter -> Integer.toString(chapter.entries.size()))
                .list("各条目", Chapter::entries, ProtectedEntry.FIELDS);
    }

    /**
     * A protected name.
     *
     * @param id ties it to its line of the index
     * @param evolution 沿革
     * @param stories events, people, legends
     */
    public record ProtectedEntry(
            long id,
            String name,
            Optional<String> romanised,
            Optional<String> place,
            Words words,
            List<BookPicture> pictures) {
        public ProtectedEntry {
            pictures = List.copyOf(pictures);
        }

        /** What is told of the name. */
        public record Words(
                Optional<String> meaning,
                Optional<String> origin,
                Optional<String> evolution,
                Optional<String> events,
                Optional<String> people,
                Optional<String> legends,
                Optional<String> measures,
                Optional<String> formerNames) {}

        static final FieldSet<ProtectedEntry> FIELDS = new FieldSet<ProtectedEntry>()
                .plain("编号", entry -> Long.toString(entry.id))
                .plain("标准名称", ProtectedEntry::name)
                .text("罗马字母拼写", ProtectedEntry::romanised)
                .text("所在", ProtectedEntry::place)
                .text("含义", entry -> entry.words.meaning)
                .text("来历", entry -> entry.words.origin)
                .text("沿革", entry -> entry.words.evolution)
                .text("相关事件", entry -> entry.words.events)
                .text("相关人物", entry -> entry.words.people)
                .text("传说", entry -> entry.words.legends)
                .text("保护措施", entry -> entry.words.measures)
                .text("曾用名", entry -> entry.words.formerNames)
                .list("各图片", ProtectedEntry::pictures, BookPicture.FIELDS);
    }

    /** A picture and what stands under it. */
    public record BookPicture(Image image, Optional<String> caption) {

        /** From a JPEG or PNG file; empty when it is none, or gone. */
        public static Optional<BookPicture> read(Path file, Optional<String> caption) {
            try {
                return Image.Photo.read(Files.readAllBytes(file)).map(photo -> new BookPicture(photo, caption));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }

        static final FieldSet<BookPicture> FIELDS = new FieldSet<BookPicture>()
                .figure("图片", picture -> Optional.of(picture.image))
                .text("图名", BookPicture::caption);
    }

    /** @param letter the first of its letter; empty when the line before has the same */
    public record IndexLine(long id, String name, String chapter, Optional<String> letter) {
        static final FieldSet<IndexLine> FIELDS = new FieldSet<IndexLine>()
                .plain("编号", line -> Long.toString(line.id))
                .plain("标准名称", IndexLine::name)
                .plain("类别", IndexLine::chapter)
                .text("首字母", IndexLine::letter);
    }

    static final FieldSet<ProtectionBook> FIELDS = new FieldSet<ProtectionBook>()
            .plain("政区", ProtectionBook::area)
            .plain("编制机关", ProtectionBook::compiler)
            .plain("编制日期", book -> ChineseDate.of(book.day))
            .plain("类数", book -> Integer.toString(book.chapters.size()))
            .plain("条数", book -> Integer.toString(book.index.size()))
            .list("各类别", ProtectionBook::chapters, Chapter.FIELDS)
            .list("索引", ProtectionBook::index, IndexLine.FIELDS);
}
