package cn.diming.api.board;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Workbooks;
import cn.diming.api.generated.BoardApi;
import cn.diming.api.generated.model.Board;
import cn.diming.api.generated.model.BoardOutlines;
import cn.diming.api.generated.model.BoardTargets;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.board.BoardYear;
import cn.diming.core.board.Period;
import cn.diming.core.document.Written;
import cn.diming.core.paper.Documents;
import cn.diming.core.paper.Papers;
import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The board of a year, and the annual report. */
@RestController
class BoardController implements BoardApi {

    private final Core core;
    private final Visitor visitor;
    private final Documents documents;

    BoardController(Core core, Visitor visitor, Documents documents) {
        this.core = core;
        this.visitor = visitor;
        this.documents = documents;
    }

    @Override
    public ResponseEntity<Board> getBoard(String division, Integer year, @Nullable LocalDate asOf) {
        return ResponseEntity.ok(BoardDtos.board(
                read(division, year, asOf),
                core.divisions().chain(code(division).digits()),
                visitor.actor()));
    }

    @Override
    public ResponseEntity<BoardOutlines> getBoardOutlines(String division) {
        return ResponseEntity.ok(BoardDtos.outlines(core.board().outlines(visitor.actor(), code(division))));
    }

    @Override
    public ResponseEntity<Resource> getBoardXlsx(String division, Integer year, @Nullable LocalDate asOf) {
        BoardYear read = read(division, year, asOf);
        return Workbooks.answer(BoardTables.of(read), read.area().name() + year + "年乡村地名工作年度报表.xlsx");
    }

    @Override
    public ResponseEntity<Resource> getBoardPdf(String division, Integer year, @Nullable LocalDate asOf) {
        Papers.PaperFile paper = documents.board(read(division, year, asOf), Written.PDF);
        return FileAnswers.saved(paper);
    }

    @Override
    public ResponseEntity<Void> setBoardTargets(String division, Integer year, BoardTargets wanted) {
        core.board().setTargets(visitor.actor(), code(division), year, BoardDtos.targets(wanted));
        return ResponseEntity.noContent().build();
    }

    private BoardYear read(String division, int year, @Nullable LocalDate asOf) {
        LocalDate today = LocalDate.now(core.clock().withZone(Period.ZONE));
        LocalDate known =
                Optional.ofNullable(asOf).filter(day -> day.isBefore(today)).orElse(today);
        return core.board().year(visitor.actor(), code(division), new Period(year, known));
    }

    private static DivisionCode code(String division) {
        return DivisionCode.parse(division);
    }
}
