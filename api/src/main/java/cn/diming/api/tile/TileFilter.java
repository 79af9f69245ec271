package cn.diming.api.tile;

import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.tiles.layer.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves what the public may see before any session, account or controller is looked for: a map asks for some twenty tiles
 * at once. What is left over goes on to {@link StaffTileController}.
 */
final class TileFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(TileFilter.class);

    private final transient TileAnswers answers;
    private final transient ChangeStreams streams;
    private final transient TileCors cors;

    TileFilter(TileAnswers answers, ChangeStreams streams, TileCors cors) {
        this.answers = answers;
        this.streams = streams;
        this.cors = cors;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (cors.answerPreflight(request, response)) {
            return;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            Problems.write(response, ProblemType.METHOD_NOT_ALLOWED);
            return;
        }
        try {
            cors.mark(request, response);
            if (answer(request, response)) {
                return;
            }
        } catch (RuntimeException broken) {
            if (response.isCommitted()) {
                LOG.debug("the client left while a tile was sent", broken);
                return;
            }
            response.reset();
            Problems.writeIncident(request, response, ProblemType.BROKEN, broken);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return request.getRequestURI().equals(ChangeStreams.PATH)
                ? streams.answer(request, response, Viewer.PUBLIC)
                : answers.answer(request, response, Viewer.PUBLIC);
    }
}
