package cn.diming.api.sheet;

import cn.diming.core.casework.CaseItem;
import cn.diming.core.casework.NamingCase;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import cn.diming.tiles.sheet.SheetSubject;
import cn.diming.tiles.sheet.SheetSubject.Marked;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the plans of a place and of a naming case show. */
final class Situations {

    private static final String STREET = "STREET";

    private final RecordStore records;

    Situations(RecordStore records) {
        this.records = records;
    }

    /** @throws Refused when it lies nowhere */
    SheetSubject of(StoredRecord place) {
        if (place.text("category").filter(STREET::equals).isPresent()) {
            return new SheetSubject.Street(place.title() + "门牌分布图", place.id());
        }
        Marked marked = marked(place).orElseThrow(() -> new Refused(List.of("这条记录没有位置，无法出图")));
        return new SheetSubject.Situation(place.title() + "位置图", List.of(marked));
    }

    /**
     * Everything that a case is about, on one plan (地名管理条例 Art. 11 and 12 ask where a place lies).
     *
     * @throws Refused when nothing of it was drawn
     */
    SheetSubject of(NamingCase about) {
        List<Marked> marked =
                about.content().items().stream().flatMap(this::marked).toList();
        if (marked.isEmpty()) {
            throw new Refused(List.of("这件事项还没有画出位置，无法出位置图"));
        }
        String title = marked.size() == 1 ? marked.getFirst().label() : about.title();
        return new SheetSubject.Situation(title + "位置图", marked);
    }

    /** As it was drawn for the case, else as the register has the places it is about. */
    private Stream<Marked> marked(CaseItem item) {
        return item.geometry()
                .filter(shape -> !shape.isEmpty())
                .map(shape -> Stream.of(new Marked(item.placeId().orElse(-item.number()), label(item), shape)))
                .orElseGet(() -> LongStream.concat(
                                item.placeId().stream(),
                                item.mergedIds().stream().mapToLong(Long::longValue))
                        .boxed()
                        .flatMap(id -> records.find(id).stream())
                        .flatMap(place -> marked(place).stream()));
    }

    private String label(CaseItem item) {
        return item.name()
                .or(() -> item.placeId().isPresent()
                        ? records.find(item.placeId().getAsLong()).map(StoredRecord::title)
                        : Optional.empty())
                .orElse("拟命名处");
    }

    private static Optional<Marked> marked(StoredRecord place) {
        return place.geometry()
                .filter(shape -> !shape.isEmpty())
                .map(shape -> new Marked(place.id(), place.title(), shape));
    }
}
