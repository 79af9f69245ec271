package cn.diming.core.collect;

import cn.diming.core.geo.LonLat;
import cn.diming.core.record.PlaceCategory;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A report as it is kept; see {@link ReportDraft} for what its writer says.
 *
 * @param accountId who reported, which never leaves staff roles (地名管理条例 Art. 33); empty for an anonymous report of an error
 * @param divisionCode 12 digits: where it lies, or the campaign's division when it lies outside of that
 * @param files how many were announced
 * @param filesReceived how many of them have come and are kept, or were refused
 * @param answer what the office asks or says why
 * @param resultPlaceId the record that came of it
 */
public record CollectedReport(
        long id,
        int version,
        String clientId,
        int revision,
        OptionalLong campaignId,
        OptionalLong accountId,
        ReportKind kind,
        ReportState state,
        OptionalLong placeId,
        Optional<String> spoken,
        Optional<String> written,
        Optional<PlaceCategory> category,
        Optional<String> meaning,
        Optional<String> origin,
        Optional<String> toldBy,
        Optional<String> note,
        LonLat position,
        OptionalDouble accuracyMetres,
        PositionSource positionSource,
        String divisionCode,
        Instant collectedAt,
        Instant receivedAt,
        int files,
        int filesReceived,
        Optional<String> answer,
        Optional<Instant> decidedAt,
        OptionalLong decidedBy,
        OptionalLong resultPlaceId) {

    /** What people call it when they speak of this report. */
    public String title() {
        return written.or(() -> spoken).orElse(kind.title());
    }
}
