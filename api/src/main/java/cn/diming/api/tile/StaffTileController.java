package cn.diming.api.tile;

import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.api.security.Visitor;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.LayerCatalog;
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

    StaffTileController(TileAnswers answers, LayerCatalog catalog, Visitor visitor) {
        this.answers = answers;
        this.catalog = catalog;
        this.visitor = visitor;
    }

    @GetMapping({"/tiles/**", "/styles/**"})
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForStaff(request.getRequestURI())) {
            AccessPolicy.require(visitor.actor(), Action.READ_STAFF);
            if (answers.answer(request, response, Audience.STAFF)) {
                return;
            }
        }
        Problems.write(response, ProblemType.NOT_FOUND, "没有这个瓦片集或样式。");
    }

    private boolean isForStaff(String path) {
        String set = path.replaceFirst("^/tiles/([^/.]*).*$", "$1");
        return catalog.findSet(set).isPresent();
    }
}
