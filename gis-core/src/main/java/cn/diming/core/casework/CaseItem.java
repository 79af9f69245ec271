package cn.diming.core.casework;

import cn.diming.core.record.PlaceCategory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;

/**
 * What is to be done with one name. Everything but the action may be missing while the case is a draft.
 *
 * @param number from 1
 * @param action anything but {@link CaseType#BATCH}
 * @param placeId the place that is renamed, cancelled or standardised; when naming, one that was recorded without a name
 * @param mergedIds records of the same place that go into {@code placeId} (一地多名)
 * @param variants ways to write the name that stay as aliases only (一名多写)
 * @param name the name proposed
 * @param divisionCode 12 digits
 * @param geometry EPSG:4490
 */
public record CaseItem(
        int number,
        CaseType action,
        OptionalLong placeId,
        List<Long> mergedIds,
        List<String> variants,
        Optional<String> name,
        Optional<String> romanised,
        Optional<PlaceCategory> category,
        Optional<String> classCode,
        Optional<String> divisionCode,
        Optional<Geometry> geometry,
        Description description,
        Decision decision) {

    public CaseItem {
        if (action == CaseType.BATCH) {
            throw new IllegalArgumentException("一个条目只能是命名、更名、销名或标准化处理");
        }
        mergedIds = List.copyOf(mergedIds);
        variants = List.copyOf(variants);
    }

    /**
     * In words, as the application asks (地名管理条例 Art. 11).
     *
     * @param location 位置, where from and where to, or its four sides
     * @param scale 规模, its length and width, area or storeys
     * @param nature 性质
     * @param reason of this item; empty = the case's own
     * @param justification why a name is kept although a rule warns of it
     */
    public record Description(
            Optional<String> location,
            Optional<String> scale,
            Optional<String> nature,
            Optional<String> meaning,
            Optional<String> origin,
            Optional<String> reason,
            Optional<String> justification) {

        public static final Description NONE = new Description(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What became of it.
     *
     * @param placeId the place in the register that now bears, or bore, the name
     */
    public record Decision(Outcome outcome, Optional<String> reason, OptionalLong placeId) {

        public static final Decision PENDING = new Decision(Outcome.PENDING, Optional.empty(), OptionalLong.empty());
    }

    /** Batches may be approved in part. */
    public enum Outcome {
        PENDING,
        APPROVED,
        REFUSED
    }

    /** Whether it gives a place a new name. */
    public boolean givesName() {
        return action == CaseType.NAME
                || action == CaseType.RENAME
                || (action == CaseType.STANDARDISE && name.isPresent());
    }

    CaseItem decided(Decision by) {
        return new CaseItem(
                number,
                action,
                placeId,
                mergedIds,
                variants,
                name,
                romanised,
                category,
                classCode,
                divisionCode,
                geometry,
                description,
                by);
    }

    CaseItem spelled(String toned) {
        return new CaseItem(
                number,
                action,
                placeId,
                mergedIds,
                variants,
                name,
                Optional.of(toned).filter(spelling -> !spelling.isBlank()),
                category,
                classCode,
                divisionCode,
                geometry,
                description,
                decision);
    }
}
