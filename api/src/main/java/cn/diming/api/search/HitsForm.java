package cn.diming.api.search;

import cn.diming.api.generated.model.NearbyResponse;
import cn.diming.api.generated.model.ReverseResponse;
import cn.diming.api.generated.model.SearchResponse;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** A form in which answers with hits are written, and never read. */
abstract class HitsForm extends AbstractHttpMessageConverter<Object> {

    private static final List<Class<?>> ANSWERS =
            List.of(SearchResponse.class, NearbyResponse.class, ReverseResponse.class);

    HitsForm(Charset charset, MediaType... types) {
        super(charset, types);
    }

    HitsForm(MediaType... types) {
        super(types);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return ANSWERS.contains(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("answers are only written", input);
    }
}
