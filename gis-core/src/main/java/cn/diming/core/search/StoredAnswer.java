package cn.diming.core.search;

import cn.diming.core.geo.Bbox;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What an answer shows, kept in the index as short JSON; names of divisions are not part of it, they may change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredAnswer(
        @JsonProperty("i") long id,
        @JsonProperty("n") List<String> names,
        @JsonProperty("p") @Nullable Map<Integer, String> periods,
        @JsonProperty("r") @Nullable String romanised,
        @JsonProperty("t") @Nullable String classCode,
        @JsonProperty("d") @Nullable String divisionCode,
        @JsonProperty("c") @Nullable String code,
        @JsonProperty("k") @Nullable String sourceKey,
        @JsonProperty("x") double lon,
        @JsonProperty("y") double lat,
        @JsonProperty("b") double @Nullable [] box) {

    private static final JsonMapper JSON = JsonMapper.shared();

    byte[] encode() {
        return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    static StoredAnswer decode(byte[] bytes, int offset, int length) {
        return JSON.readValue(bytes, offset, length, StoredAnswer.class);
    }

    Optional<Bbox> bbox() {
        return Optional.ofNullable(box).map(b -> new Bbox(b[0], b[1], b[2], b[3]));
    }
}
