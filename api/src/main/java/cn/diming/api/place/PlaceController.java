package cn.diming.api.place;

import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.PlacesApi;
import cn.diming.api.generated.RegisterApi;
import cn.diming.api.generated.model.NewPlace;
import cn.diming.api.generated.model.PlaceCard;
import cn.diming.api.generated.model.PlaceChange;
import cn.diming.api.generated.model.PlaceHistory;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Records;
import cn.diming.core.record.StoredRecord;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Shows records and lets staff register, change and delete them. */
@RestController
class PlaceController implements PlacesApi, RegisterApi {

    private static final String STORED_CRS = "EPSG:4490";

    private final Records records;
    private final Visitor visitor;
    private final Precision precision;
    private final PlaceCards cards;
    private final PlaceHistories histories;

    PlaceController(Core core, Visitor visitor, Precision precision, PlaceCards cards, PlaceHistories histories) {
        this.records = core.records();
        this.visitor = visitor;
        this.precision = precision;
        this.cards = cards;
        this.histories = histories;
    }

    @Override
    public ResponseEntity<PlaceCard> getPlace(Long id, String crs) {
        OutputCrs output = output(crs);
        StoredRecord record = records.get(visitor.actor(), id);
        return ResponseEntity.ok()
                .eTag(Versions.toTag(record.version()))
                .body(cards.card(visitor.actor(), record, output));
    }

    @Override
    public ResponseEntity<PlaceHistory> getPlaceHistory(Long id) {
        Actor reader = visitor.actor();
        StoredRecord record = records.get(reader, id);
        if (CardKinds.find(record).isEmpty()) {
            throw new NotFound("没有编号为 " + id + " 的记录");
        }
        return ResponseEntity.ok(histories.history(reader, record));
    }

    @Override
    public ResponseEntity<PlaceCard> createPlace(NewPlace wanted) {
        StoredRecord record =
                records.create(visitor.actor(), CardKinds.table(wanted.getKind()), PlaceDtos.draft(wanted));
        return ResponseEntity.created(URI.create("/api/v1/places/" + record.id()))
                .eTag(Versions.toTag(record.version()))
                .body(cards.card(visitor.actor(), record, output(STORED_CRS)));
    }

    @Override
    public ResponseEntity<PlaceCard> updatePlace(Long id, PlaceChange change, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        StoredRecord before = editable(id);
        StoredRecord after = records.change(visitor.actor(), id, version, PlaceDtos.edit(before, change));
        return ResponseEntity.ok()
                .eTag(Versions.toTag(after.version()))
                .body(cards.card(visitor.actor(), after, output(STORED_CRS)));
    }

    @Override
    public ResponseEntity<Void> deletePlace(Long id, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        editable(id);
        records.delete(visitor.actor(), id, version);
        return ResponseEntity.noContent().build();
    }

    /** Who may not edit at all is told so before anything is said of the record. */
    private StoredRecord editable(long id) {
        AccessPolicy.require(visitor.actor(), Action.REGISTER);
        return records.get(visitor.actor(), id);
    }

    private OutputCrs output(String crs) {
        return OutputCrs.parse(crs, precision.decimalsFor(visitor.actor()));
    }
}
