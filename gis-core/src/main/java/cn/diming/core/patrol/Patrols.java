package cn.diming.core.patrol;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryLines;
import cn.diming.core.boundary.BoundaryMarkers;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.geo.CrsDetector;
import cn.diming.core.geo.CrsOpinion;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.proof.SigningKey;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Patrols along boundary lines: tracks of receivers against the version of a line that holds, kept with a proof that others can
 * verify. A patrol changes nothing of the line.
 */
public final class Patrols {

    private static final int LONGEST_REASON = 200;

    private final PatrolStore store;
    private final BoundaryLines lines;
    private final BoundaryMarkers markers;
    private final RuleProfiles profiles;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final Clock clock;
    private final Supplier<SigningKey> key;

    /** Where patrols are kept and by whom they are signed. */
    public record Setting(
            Db db,
            RuleProfiles profiles,
            ChangeJournal journal,
            AuditLog audit,
            Clock clock,
            Supplier<SigningKey> key) {}

    public Patrols(Setting setting, BoundaryLines lines, BoundaryMarkers markers) {
        this.store = new PatrolStore(setting.db);
        this.lines = lines;
        this.markers = markers;
        this.profiles = setting.profiles;
        this.journal = setting.journal;
        this.audit = setting.audit;
        this.clock = setting.clock;
        this.key = setting.key;
    }

    /** The patrols of a line, the latest first. */
    public List<Patrol> list(Actor actor, long lineId) {
        lines.get(actor, lineId);
        return store.of(lineId);
    }

    /** @throws NotFound when there is no such patrol, or the actor has no part in its line */
    public Patrol get(Actor actor, long id) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        Patrol patrol = store.find(id).orElseThrow(() -> missing(id));
        try {
            lines.get(actor, patrol.lineId());
        } catch (NotFound foreign) {
            throw missing(id);
        }
        return patrol;
    }

    /** The tracks of a patrol as they came. */
    public List<TrackFile> tracks(Actor actor, long id) {
        return store.tracks(get(actor, id).id());
    }

    /**
     * Measures tracks against a line and keeps the proof.
     *
     * @param positionsConfirmed the person knows that the tracks are where they say, whatever the detector thinks; the report
     *     says so
     * @throws Refused for files that are no tracks, that are elsewhere, or that seem to be in another reference system
     */
    public Patrol prove(Actor actor, long lineId, List<TrackFile> files, boolean positionsConfirmed) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        BoundaryLine line = lines.get(actor, lineId);
        if (line.kind() == LineKind.PROPOSED || line.current().geometry().isEmpty()) {
            throw new Refused(List.of("拟定的或没有图形的界线不能巡查"));
        }
        PatrolRules rules =
                PatrolRules.of(profiles.nearest(Optional.of(line.left().digits())));
        List<Track> tracks = read(files, rules);
        CrsOpinion opinion = opinion(line, tracks, positionsConfirmed);
        PatrolProof.Subject subject = new PatrolProof.Subject(line, markers.of(line), rules);
        PatrolSurvey survey = survey(line, tracks, rules);
        PatrolFigures figures = survey.figures(subject.markers(), clock.instant());
        PatrolProof.Evidence evidence = new PatrolProof.Evidence(tracks, opinion, positionsConfirmed);
        PatrolProof proof = PatrolProof.of(subject, evidence, figures, clock.instant(), key.get());
        String shapes = PatrolShapes.of(survey.legs(), survey.patrolled(), figures);
        return journal.write(actor, changes -> {
            changes.seq();
            long id = store.insert(changes, line.id(), line.current().number(), proof, shapes, files);
            Patrol made = store.find(id).orElseThrow();
            log(changes, made, Map.of());
            return made;
        });
    }

    /**
     * Says why nobody walked in gaps, and signs the report anew.
     *
     * @param reasons by number of the gap from 1; a gap without one is left unexplained
     * @throws Refused for gaps that the report does not have, or reasons that are too long
     */
    public Patrol explain(Actor actor, long id, int version, Map<Integer, String> reasons) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        return journal.write(actor, changes -> {
            changes.seq();
            Patrol seen = get(actor, id);
            if (seen.version() != version) {
                throw new Stale(seen.version());
            }
            refuse(faults(seen, reasons));
            PatrolProof proof =
                    new PatrolProof(seen.export(), seen.report()).explained(reasons, clock.instant(), key.get());
            if (!store.update(changes, seen, proof)) {
                throw new Stale(seen.version());
            }
            log(changes, seen, reasons);
            return store.find(id).orElseThrow();
        });
    }

    private static List<String> faults(Patrol seen, Map<Integer, String> reasons) {
        List<String> faults = new ArrayList<>();
        int gaps = seen.gaps().size();
        reasons.forEach((number, reason) -> {
            if (number < 1 || number > gaps) {
                faults.add("没有第 " + number + " 处缺口");
            } else if (reason.strip().length() > LONGEST_REASON) {
                faults.add("第 " + number + " 处缺口的原因至多 " + LONGEST_REASON + " 字");
            }
        });
        return faults;
    }

    private static List<Track> read(List<TrackFile> files, PatrolRules rules) {
        refuse(faults(files, rules));
        List<Track> tracks = new ArrayList<>();
        int left = rules.points();
        for (TrackFile file : files) {
            Track track = GpxReader.read(file, left);
            left -= track.fixes().size();
            tracks.add(track);
        }
        return tracks;
    }

    private static List<String> faults(List<TrackFile> files, PatrolRules rules) {
        List<String> faults = new ArrayList<>();
        if (files.isEmpty() || files.size() > rules.files()) {
            faults.add("一次巡查应有 1 至 " + rules.files() + " 个轨迹文件");
        }
        Set<String> seen = new HashSet<>();
        for (TrackFile file : files) {
            if (file.content().length > rules.fileMegabytes() * 1024L * 1024) {
                faults.add("轨迹文件 " + file.name() + " 超过 " + rules.fileMegabytes() + " MB");
            } else if (!seen.add(file.sha256())) {
                faults.add("轨迹文件 " + file.name() + " 与前面的文件内容相同");
            }
        }
        return faults;
    }

    private static CrsOpinion opinion(BoundaryLine line, List<Track> tracks, boolean confirmed) {
        List<Coordinate> given = tracks.stream()
                .flatMap(track -> track.fixes().stream())
                .map(Fix::coordinate)
                .toList();
        CrsOpinion opinion = CrsDetector.judge(given, Optional.of(line.current().geometry()));
        if (!opinion.isAsStored() && !confirmed) {
            throw new Refused(List.of("轨迹坐标" + opinion.words() + "。请从接收机导出 WGS 84 或 CGCS2000 的轨迹；确认坐标无误的，可注明后重新提交"));
        }
        return opinion;
    }

    private static PatrolSurvey survey(BoundaryLine line, List<Track> tracks, PatrolRules rules) {
        try {
            PatrolSurvey survey = new PatrolSurvey(line.current().geometry(), tracks, rules);
            if (!survey.touches()) {
                throw new Refused(List.of(String.format(Locale.ROOT, "轨迹没有一处走到界线 %.0f 米以内", rules.bufferMetres())));
            }
            return survey;
        } catch (BadCoordinateException unfit) {
            throw new Refused(List.of("轨迹坐标不是经纬度：" + unfit.getMessage()));
        }
    }

    private void log(ChangeSet changes, Patrol patrol, Map<Integer, String> reasons) {
        audit.append(
                changes,
                reasons.isEmpty() ? "patrol" : "explain",
                RecordKind.BOUNDARY_LINE,
                patrol.lineId(),
                Optional.empty(),
                Optional.of(JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "patrol", patrol.id(),
                                "lineVersion", patrol.lineNumber(),
                                "share", patrol.share(),
                                "reasons", reasons))));
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private static NotFound missing(long id) {
        return new NotFound("没有编号为 " + id + " 的巡查");
    }
}
