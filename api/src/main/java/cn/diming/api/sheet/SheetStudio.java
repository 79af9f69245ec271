package cn.diming.api.sheet;

import cn.diming.api.config.DimingProperties;
import cn.diming.core.Core;
import cn.diming.core.media.Media;
import cn.diming.core.record.Refused;
import cn.diming.core.sheet.SheetWish;
import cn.diming.core.village.Villages;
import cn.diming.tiles.SheetGround;
import cn.diming.tiles.SheetInserts;
import cn.diming.tiles.sheet.Imprint;
import cn.diming.tiles.sheet.Inserts;
import cn.diming.tiles.sheet.Pin;
import cn.diming.tiles.sheet.Sheet;
import cn.diming.tiles.sheet.SheetInput;
import cn.diming.tiles.sheet.SheetProfile;
import cn.diming.tiles.sheet.SheetRefused;
import cn.diming.tiles.sheet.SheetRenderer;
import cn.diming.tiles.sheet.SheetSpec;
import cn.diming.tiles.sheet.SheetSubject;
import cn.diming.tiles.sheet.frame.SheetTemplate;
import cn.diming.tiles.sheet.frame.SheetTemplates;
import cn.diming.tiles.sheet.ground.GroundSnapshot;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.style.StyleBook;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;

/**
 * Draws sheets from the register as it is now. The register is read anew only after something on the map has changed, and the last
 * sheets are kept, so that a preview and its picture are one drawing.
 */
@Component
class SheetStudio {

    private static final int KEPT = 6;
    private static final String LINK_ZOOM = "14";

    private final Core core;
    private final SheetInserts inserts;
    private final Path ownTemplates;
    private final Optional<URI> publicUrl;
    private final Map<String, Sheet> drawn = new LinkedHashMap<>(KEPT, 0.75f, true);

    @Nullable
    private Ground ground;

    SheetStudio(Core core, Media media, Villages villages, DimingProperties properties) {
        this.core = core;
        this.inserts = new SheetInserts(core.protectionList(), media, core.store(), villages.entries());
        this.ownTemplates = properties.data().resolve("sheets/templates");
        this.publicUrl = Optional.ofNullable(properties.publicUrl());
    }

    /** The register at one moment, and what of it a sheet depends on. */
    record Ground(long version, SheetRenderer renderer, SheetInput input) {

        GroundSnapshot snapshot() {
            return renderer.snapshot();
        }
    }

    /** A sheet that is to be drawn, and the hash of all that is on it. */
    record Draft(Ground ground, SheetSpec spec, Inserts inserts, String hash) {

        /** @throws SheetRefused in Chinese */
        Sheet draw() {
            return ground.renderer.render(spec, inserts);
        }
    }

    synchronized Ground ground() {
        long version = core.sheetRuns().groundVersion();
        Ground now = ground;
        if (now == null || now.version != version) {
            GroundSnapshot read = SheetGround.read(core.store(), LocalDate.now(core.clock()));
            now = new Ground(version, new SheetRenderer(read, StyleBook.bundled()), new SheetInput(read));
            ground = now;
        }
        return now;
    }

    SheetTemplates templates() {
        return SheetTemplates.withFolder(ownTemplates);
    }

    /** @throws Refused when there is no such template */
    SheetTemplate template(String name) {
        try {
            return templates().find(name).orElseThrow(() -> new Refused(List.of("没有名为 " + name + " 的模板")));
        } catch (IllegalArgumentException faulty) {
            throw new Refused(List.of(String.valueOf(faulty.getMessage())));
        }
    }

    /** @throws SheetRefused when the division has no area */
    Draft draft(Ground ground, SheetWish wish, String code, int number, int count) {
        Territory own = ground.snapshot()
                .territory(code)
                .orElseThrow(() -> new SheetRefused("代码为 " + code + " 的区划还没有界线图形，无法出图"));
        Optional<String> approval = wish.approval()
                .or(() -> Optional.ofNullable(own.properties().get("review_no")).map(Object::toString));
        List<Pin> pins = core.labelPins().of(code).stream()
                .map(pin -> new Pin(pin.featureId(), pin.rule(), pin.dx(), pin.dy(), pin.angle(), pin.hidden()))
                .toList();
        SheetSpec spec = new SheetSpec(
                new SheetSubject.Division(code),
                template(wish.template()),
                wish.internal() ? SheetProfile.INTERNAL : SheetProfile.PUBLIC,
                new Imprint(approval, number, count, wish.compiler(), link(own)),
                Optional.empty(),
                pins);
        Inserts told = inserts.of(own);
        return new Draft(ground, spec, told, ground.input().hash(spec, told));
    }

    /** The map of the web, opened in the middle of the territory. */
    private Optional<URI> link(Territory own) {
        Coordinate middle = own.area().getInteriorPoint().getCoordinate();
        return publicUrl.map(
                site -> site.resolve(String.format(Locale.ROOT, "/#%s/%.5f/%.5f", LINK_ZOOM, middle.y, middle.x)));
    }

    /** @throws Refused when the sheet cannot be drawn */
    Sheet preview(SheetWish wish, String code) {
        return drawing(() -> {
            Draft draft = draft(ground(), wish, code, 1, 1);
            return kept(draft.hash()).orElseGet(() -> {
                Sheet sheet = draft.draw();
                keep(draft.hash(), sheet);
                return sheet;
            });
        });
    }

    /** A plan of a place, a street or a naming case, for the office, at the largest scale that holds it. */
    Sheet plan(SheetSubject subject, String template) {
        return plan(subject, template, Optional.empty());
    }

    /**
     * The same at a given scale.
     *
     * @param scale denominator, one of the ladder
     */
    Sheet plan(SheetSubject subject, String template, Optional<Integer> scale) {
        return drawing(() -> ground().renderer()
                .render(
                        new SheetSpec(
                                subject,
                                template(template),
                                SheetProfile.INTERNAL,
                                Imprint.single(""),
                                scale,
                                List.of()),
                        Inserts.NONE));
    }

    private Optional<Sheet> kept(String hash) {
        synchronized (drawn) {
            return Optional.ofNullable(drawn.get(hash));
        }
    }

    private void keep(String hash, Sheet sheet) {
        synchronized (drawn) {
            drawn.put(hash, sheet);
            if (drawn.size() > KEPT) {
                drawn.remove(drawn.keySet().iterator().next());
            }
        }
    }

    private static Sheet drawing(Supplier<Sheet> work) {
        try {
            return work.get();
        } catch (SheetRefused | IllegalArgumentException refused) {
            throw reason(refused).map(why -> new Refused(List.of(why))).orElseThrow(() -> refused);
        }
    }

    /** What a person can do something about, in Chinese; empty for a fault of ours or of a library, which has other words. */
    static Optional<String> reason(RuntimeException thrown) {
        return Optional.ofNullable(thrown.getMessage())
                .filter(words -> thrown instanceof SheetRefused
                        || thrown instanceof Refused
                        || thrown instanceof IllegalArgumentException)
                .filter(words -> words.codePoints().anyMatch(Character::isIdeographic));
    }
}
