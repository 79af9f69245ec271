package cn.diming.api.answer;

import cn.diming.core.Core;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells in the answer to a write the number that the journal gave it, so that whoever wrote can wait for search and tiles to
 * have it.
 */
@Component
final class ChangeNumberHeader {

    static final String NAME = "Diming-Seq";

    ChangeNumberHeader(Core core) {
        core.journal().onCommit(ChangeNumberHeader::tell);
    }

    private static void tell(long seq) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            HttpServletResponse response = request.getResponse();
            if (response != null && !response.isCommitted()) {
                response.setHeader(NAME, Long.toString(seq));
            }
        }
    }
}
