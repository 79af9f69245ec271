package cn.diming.api.boundary;

import cn.diming.api.answer.Versions;
import cn.diming.api.generated.PatrolsApi;
import cn.diming.api.generated.model.PatrolDetail;
import cn.diming.api.generated.model.PatrolList;
import cn.diming.api.generated.model.PatrolReasons;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.patrol.Patrol;
import cn.diming.core.patrol.TrackFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Patrols along boundary lines and their proofs. */
@RestController
class PatrolController implements PatrolsApi {

    private final Core core;
    private final Visitor visitor;
    private final PatrolFiles files;

    PatrolController(Core core, Visitor visitor, PatrolFiles files) {
        this.core = core;
        this.visitor = visitor;
        this.files = files;
    }

    @Override
    public ResponseEntity<PatrolList> listPatrols(Long lineId) {
        return ResponseEntity.ok(new PatrolList()
                .items(core.patrols().list(visitor.actor(), lineId).stream()
                        .map(PatrolCards::card)
                        .toList()));
    }

    @Override
    public ResponseEntity<PatrolDetail> provePatrol(
            Long lineId, List<MultipartFile> tracks, @Nullable Boolean positionsConfirmed) {
        core.boundaryLines()
                .get(visitor.actor(), lineId); // who may not see the line need not be told what is wrong with a file
        List<TrackFile> brought = new ArrayList<>();
        for (MultipartFile track : tracks) {
            brought.add(new TrackFile(String.valueOf(track.getOriginalFilename()), bytes(track)));
        }
        return answer(
                HttpStatus.CREATED,
                core.patrols().prove(visitor.actor(), lineId, brought, Boolean.TRUE.equals(positionsConfirmed)));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read an upload", broken);
        }
    }

    @Override
    public ResponseEntity<PatrolDetail> getPatrol(Long patrolId) {
        return answer(HttpStatus.OK, core.patrols().get(visitor.actor(), patrolId));
    }

    @Override
    public ResponseEntity<PatrolDetail> explainPatrol(Long patrolId, PatrolReasons wanted, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        Map<Integer, String> reasons = new LinkedHashMap<>();
        wanted.getReasons().forEach(one -> {
            if (reasons.put(one.getGap(), one.getReason()) != null) {
                throw new ProblemException(ProblemType.BAD_REQUEST, "第 " + one.getGap() + " 处缺口说明了两次。");
            }
        });
        return answer(HttpStatus.OK, core.patrols().explain(visitor.actor(), patrolId, version, reasons));
    }

    private static ResponseEntity<PatrolDetail> answer(HttpStatus status, Patrol patrol) {
        return ResponseEntity.status(status)
                .eTag(Versions.toTag(patrol.version()))
                .body(PatrolCards.detail(patrol));
    }

    @Override
    public ResponseEntity<Resource> getPatrolProof(Long patrolId, String form) {
        return files.proof(
                core.patrols().get(visitor.actor(), patrolId), core.patrols().tracks(visitor.actor(), patrolId), form);
    }
}
