package cn.diming.api.boundary;

import cn.diming.api.answer.FileAnswers;
import cn.diming.core.Core;
import cn.diming.core.document.Written;
import cn.diming.core.paper.Documents;
import cn.diming.core.paper.Papers;
import cn.diming.core.paper.PatrolSheet;
import cn.diming.core.patrol.Patrol;
import cn.diming.core.patrol.PatrolFolder;
import cn.diming.core.patrol.TrackFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The proof of a patrol for print, and all that a checker needs in one file. */
@Component
final class PatrolFiles {

    private static final MediaType ZIP = new MediaType("application", "zip");

    private final Core core;
    private final Papers papers;

    PatrolFiles(Core core, Documents documents) {
        this.core = core;
        this.papers = documents.papers();
    }

    ResponseEntity<Resource> proof(Patrol patrol, List<TrackFile> tracks, String form) {
        if (form.equals("zip")) {
            return FileAnswers.saved(
                    PatrolFolder.of(patrol, tracks).zip(), ZIP, patrol.lineName() + "巡查证明-" + patrol.id() + ".zip");
        }
        PatrolSheet sheet = new PatrolSheet(
                patrol, LocalDate.now(core.clock()), core.clock().getZone());
        Papers.PaperFile paper = papers.write(sheet, Written.valueOf(form.toUpperCase(Locale.ROOT)));
        return FileAnswers.saved(paper);
    }
}
