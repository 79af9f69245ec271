package cn.diming.api.tile;

import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.api.security.Visitor;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Layer sets that are for staff; everything else under these addresses does not exist. */
@Controller
class StaffTileController {

    private final TileAnswers answers;
    private final LayerCatalog catalog;
    private final Visitor visitor;
    private final ChangeStreams streams;

    StaffTileController(TileAnswers answers, ChangeStreams streams, LayerCatalog catalog, Visitor visitor) {
        this.answers = answers;
        this.streams = streams;
        this.catalog = catalog;
        this.visitor = visitor;
    }

    @GetMapping({"/tiles/**", "/styles/**"})
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForStaff(request)) {
            Actor actor = visitor.actor();
            AccessPolicy.require(actor, Action.READ_STAFF);
            Viewer viewer = Viewer.staff(actor.jurisdiction());
            boolean isStream = request.getRequestURI().equals(ChangeStreams.PATH);
            if (isStream ? streams.answer(request, response, viewer) : answers.answer(request, response, viewer)) {
                return;
            }
        }
        Problems.write(response, ProblemType.NOT_FOUND, "没有这个瓦片集或样式。");
    }

    private boolean isForStaff(HttpServletRequest request) {
        String path = request.getRequestURI();
        String set = path.equals(ChangeStreams.PATH)
                ? Query.find(request, "set").orElse("")
                : path.replaceFirst("^/tiles/([^/.]*).*$", "$1");
        return catalog.findSet(set).isPresent();
    }
}
