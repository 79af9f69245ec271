package cn.diming.api.village;

import cn.diming.api.answer.Given;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.VillagesApi;
import cn.diming.api.generated.model.FacilityClass;
import cn.diming.api.generated.model.FacilityClassList;
import cn.diming.api.generated.model.LocalCategory;
import cn.diming.api.generated.model.LocalEntry;
import cn.diming.api.generated.model.LocalEntryDraft;
import cn.diming.api.generated.model.LocalEntryList;
import cn.diming.api.security.Visitor;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.record.FacilityClasses;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.village.LocalEntries;
import cn.diming.core.village.LocalEntryFilter;
import cn.diming.core.village.Villages;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Entries of 地名+, read by all and written by officers; and the classes of facilities of civil affairs. */
@RestController
class VillageController implements VillagesApi {

    private final LocalEntries entries;
    private final LocalEntryDtos dtos;
    private final Visitor visitor;

    VillageController(Villages villages, LocalEntryDtos dtos, Visitor visitor) {
        this.entries = villages.entries();
        this.dtos = dtos;
        this.visitor = visitor;
    }

    @Override
    public ResponseEntity<LocalEntryList> listLocalEntries(
            @Nullable String division,
            @Nullable LocalCategory category,
            @Nullable Long place,
            @Nullable String text,
            @Nullable Long before,
            Integer limit) {
        LocalEntryFilter filter = new LocalEntryFilter(
                Given.prefix(division),
                Optional.ofNullable(category).map(LocalEntryDtos::category),
                Given.number(place),
                Given.text(text),
                Given.number(before));
        return ResponseEntity.ok(new LocalEntryList(entries.list(visitor.actor(), filter, limit).stream()
                .map(entry -> dtos.entry(visitor.actor(), entry))
                .toList()));
    }

    @Override
    public ResponseEntity<LocalEntry> createLocalEntry(LocalEntryDraft wanted) {
        AccessPolicy.require(visitor.actor(), Action.EDIT_LOCAL_ENTRY);
        StoredRecord made = entries.create(visitor.actor(), LocalEntryDtos.draft(wanted));
        return ResponseEntity.created(URI.create("/api/v1/local-entries/" + made.id()))
                .eTag(Versions.toTag(made.version()))
                .body(dtos.entry(visitor.actor(), made));
    }

    @Override
    public ResponseEntity<LocalEntry> getLocalEntry(Long id) {
        return answer(entries.get(visitor.actor(), id));
    }

    @Override
    public ResponseEntity<LocalEntry> changeLocalEntry(Long id, LocalEntryDraft wanted, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        AccessPolicy.require(visitor.actor(), Action.EDIT_LOCAL_ENTRY);
        return answer(entries.change(visitor.actor(), id, version, LocalEntryDtos.draft(wanted)));
    }

    private ResponseEntity<LocalEntry> answer(StoredRecord entry) {
        return ResponseEntity.ok().eTag(Versions.toTag(entry.version())).body(dtos.entry(visitor.actor(), entry));
    }

    @Override
    public ResponseEntity<Void> deleteLocalEntry(Long id, @Nullable String ifMatch) {
        entries.remove(visitor.actor(), id, Versions.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<FacilityClassList> listFacilityClasses() {
        return ResponseEntity.ok(new FacilityClassList(FacilityClasses.all().stream()
                .map(one -> new FacilityClass(one.name(), one.field(), one.icon(), one.source()))
                .toList()));
    }
}
