package cn.diming.core.village;

import cn.diming.core.geo.LonLat;
import cn.diming.core.history.ProtectedName;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A village as everybody may know it.
 *
 * @param chain the divisions above it, the greatest first, the village last
 * @param record its row, with what the source knew besides
 * @param middle where its committee sits, else a point inside of its outline
 * @param names of settlements and other places, those with a meaning first; streets come apart
 * @param formerNames further names of its places, by place
 * @param listed names of the village on the protection list
 * @param near for each class of facilities that the village lacks, the nearest one elsewhere
 */
public record VillagePortrait(
        List<Division> chain,
        StoredRecord record,
        Optional<Geometry> outline,
        Optional<LonLat> middle,
        List<StoredRecord> names,
        List<StoredRecord> streets,
        Map<Long, List<RecordDraft.Name>> formerNames,
        List<ProtectedName> listed,
        List<StoredRecord> entries,
        List<StoredRecord> shops,
        List<StoredRecord> facilities,
        List<NearFacility> near,
        Counts counts) {

    /** How much of everything there is. */
    public record Counts(long names, long streets, long plates, long signs) {}

    public Division village() {
        return chain.getLast();
    }
}
