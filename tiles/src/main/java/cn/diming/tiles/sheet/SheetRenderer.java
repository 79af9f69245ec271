package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.frame.Grid;
import cn.diming.tiles.sheet.ground.GroundSnapshot;
import cn.diming.tiles.sheet.label.Labels;
import cn.diming.tiles.sheet.label.NameToPlace;
import cn.diming.tiles.sheet.label.Obstacles;
import cn.diming.tiles.sheet.label.PlacedName;
import cn.diming.tiles.sheet.margin.IndexEntry;
import cn.diming.tiles.sheet.margin.NorthArrow;
import cn.diming.tiles.sheet.scene.Scene;
import cn.diming.tiles.sheet.scene.SceneNames;
import cn.diming.tiles.sheet.style.StyleBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/**
 * Draws sheets from a snapshot. The same snapshot, specification and inserts give the same sheet to the bit; any number of threads
 * may draw at once.
 */
public final class SheetRenderer {

    /** Numbers take room, too, so that others may have to be numbered in their turn. */
    private static final int ROUNDS = 3;

    private final GroundSnapshot snapshot;
    private final StyleBook style;

    public SheetRenderer(GroundSnapshot snapshot, StyleBook style) {
        this.snapshot = snapshot;
        this.style = style;
    }

    public GroundSnapshot snapshot() {
        return snapshot;
    }

    /** @throws SheetRefused in Chinese, when the sheet cannot be drawn at all; faults in parts of it are checks of the sheet */
    public Sheet render(SheetSpec spec, Inserts inserts) {
        SheetPlan plan = SheetPlan.of(spec, snapshot, style);
        return new Drafting(spec, plan, inserts).sheet();
    }

    /** The making of one sheet. */
    private final class Drafting {
        private final SheetSpec spec;
        private final SheetPlan plan;
        private final Inserts inserts;
        private final Scene scene;
        private final SceneNames names;
        private final FreeSpace space;
        private final List<Box> reserved = new ArrayList<>();

        Drafting(SheetSpec spec, SheetPlan plan, Inserts inserts) {
            this.spec = spec;
            this.plan = plan;
            this.inserts = inserts;
            this.scene = new Scene(plan.view());
            this.names = new SceneNames(scene);
            this.space = new FreeSpace(plan.view().frame().map(), scene.outline());
        }

        Sheet sheet() {
            Box arrow = arrow();
            PhotoPlaces photos = PhotoPlaces.of(inserts, scene, space, plan.layout());
            photos.boxes().forEach(reserved::add);
            List<NameToPlace> wanted = pinned(names.all(true));
            LabelledMap main = labelled(wanted);
            Optional<Insets.Inset> inset = inset(main);
            if (inset.filter(one -> one.spot() == Insets.Spot.ON_MAP).isPresent()) {
                reserved.add(inset.get().box().inset(-1.5));
                main = labelled(wanted);
            }
            NumberedNames numbered = NumberedNames.NONE;
            List<NameToPlace> lost = lost(main, inset);
            for (int round = 0; round < ROUNDS && !lost.isEmpty(); round++) {
                numbered = numbered.and(lost);
                main = labelled(numbered.among(wanted));
                lost = lost(main, inset);
            }
            Grid grid = new Grid(plan.layout().map(), plan.layout().cell());
            List<IndexEntry> index = inset.filter(whole -> plan.wantsWhole())
                    .map(whole -> SheetIndex.of(scene, whole.map().scene(), grid))
                    .orElseGet(() -> SheetIndex.of(scene, grid));
            SheetPages pages = new SheetPages(spec, plan, snapshot.date(), grid, arrow);
            SheetPages.Content content = new SheetPages.Content(main, inset, numbered, index, inserts, photos);
            return finished(pages.set(content), content, grid);
        }

        private Sheet finished(SheetPages.Pages set, SheetPages.Content content, Grid grid) {
            List<LabelledMap> maps = new ArrayList<>();
            maps.add(content.main());
            content.inset().ifPresent(inset -> maps.add(inset.map()));
            Sheet draft = new Sheet(
                    spec,
                    plan.title(),
                    plan.layout(),
                    grid,
                    set.pages(),
                    maps,
                    content.key().stream().map(one -> one.name()).toList(),
                    content.index().stream().map(IndexEntry::name).toList(),
                    set.legend(),
                    content.main().unplaced(),
                    List.of());
            List<SheetCheck> checks = new SheetChecks(draft, plan, content).all(snapshot.faults());
            return new Sheet(
                    spec,
                    draft.title(),
                    draft.layout(),
                    grid,
                    draft.pages(),
                    maps,
                    draft.keyed(),
                    draft.indexed(),
                    draft.legend(),
                    draft.unplaced(),
                    checks);
        }

        private Box arrow() {
            Box map = plan.view().frame().map();
            Box corner = new Box(map.right() - NorthArrow.WIDTH - 4, map.y() + 4, NorthArrow.WIDTH, NorthArrow.HEIGHT);
            Box box = space.find(
                            NorthArrow.WIDTH, NorthArrow.HEIGHT, (x, y) -> Math.hypot(x - corner.x(), y - corner.y()))
                    .orElse(corner);
            space.take(box);
            reserved.add(box);
            return box;
        }

        private LabelledMap labelled(List<NameToPlace> wanted) {
            Labels.Result result = Labels.place(wanted, obstacles());
            return new LabelledMap(scene, result.placed(), result.unplaced(), 0);
        }

        private Obstacles obstacles() {
            Obstacles obstacles = names.obstacles();
            reserved.forEach(obstacles::reserve);
            obstacles.close();
            return obstacles;
        }

        private List<NameToPlace> pinned(List<NameToPlace> all) {
            Map<String, Pin> pins = spec.pins().stream()
                    .collect(Collectors.toMap(
                            pin -> pin.rule() + "/" + pin.feature(), Function.identity(), (first, last) -> last));
            return all.stream()
                    .map(name -> Optional.ofNullable(pins.get(name.rule() + "/" + name.feature()))
                            .filter(pin -> name.key() == 0)
                            .map(pin -> name.pinned(
                                    new NameToPlace.Pin(pin.dx(), pin.dy(), Math.toRadians(pin.angle()), pin.hidden())))
                            .orElse(name))
                    .toList();
        }

        private Optional<Insets.Inset> inset(LabelledMap main) {
            if (plan.wantsWhole()) {
                Box panel = plan.layout().panel();
                double width = plan.layout().isPortrait() ? panel.height() - 2 : panel.width();
                double height = Math.min(width, panel.height() * 0.42);
                return Optional.of(Insets.whole(
                        plan,
                        plan.layout().isPortrait()
                                ? new Box(
                                        panel.x(), panel.y() + 1, Math.min(90, panel.width() * 0.4), panel.height() - 2)
                                : new Box(panel.x(), panel.bottom() - height, width, height)));
            }
            if (!plan.isTown()) {
                return Optional.empty();
            }
            Optional<Coordinate> crowd = Insets.crowd(main);
            return crowd.map(at -> Insets.centre(plan, main, at, space));
        }

        /** Names that found room on no map and may be numbered. */
        private List<NameToPlace> lost(LabelledMap main, Optional<Insets.Inset> inset) {
            Set<String> shown = new HashSet<>();
            inset.ifPresent(
                    one -> one.map().placed().stream().map(SheetRenderer::key).forEach(shown::add));
            return main.unplaced().stream()
                    .filter(name -> name.style().numbered() && !shown.contains(key(name)))
                    .toList();
        }
    }

    private static String key(PlacedName placed) {
        return key(placed.name());
    }

    private static String key(NameToPlace name) {
        return name.rule() + "/" + name.feature();
    }
}
