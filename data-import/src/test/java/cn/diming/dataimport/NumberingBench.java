package cn.diming.dataimport;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.numbering.NumberingProfile;
import cn.diming.core.numbering.PlateProof;
import cn.diming.core.numbering.StreetPlan.Reason;
import cn.diming.core.plate.NumberingRequest;
import cn.diming.core.plate.NumberingRequest.Keep;
import cn.diming.core.plate.Proposal;
import cn.diming.core.plate.Selection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Numbers every door of the demo county anew under each profile, town by town, each as a proposal and as a change, and writes
 * export and proof for {@code scripts/verify-plates.mjs}. {@code scripts/bench numbering}
 */
public final class NumberingBench {

    private static final Selection COUNTY = new Selection(OptionalLong.empty(), "349901");
    private static final int TOWN_DIGITS = 9;

    private final Core core;
    private final Path folder;
    private final List<String> towns;

    private NumberingBench(Core core, Path folder) {
        this.core = core;
        this.folder = folder;
        DemoCounty.load(core, (title, count) -> {});
        TreeSet<String> codes = new TreeSet<>();
        core.store()
                .forEach(
                        RecordKind.DOOR_PLATE,
                        plate -> codes.add(plate.text("division_code")
                                .orElse("349901000000")
                                .substring(0, TOWN_DIGITS)));
        this.towns = List.copyOf(codes);
    }

    /** Where the files go; the database engine. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (Core core = Engines.valueOf(arguments[1]).open()) {
            NumberingBench bench = new NumberingBench(core, folder);
            for (NumberingProfile profile : core.doorNumbering().profiles().list()) {
                bench.number(profile);
            }
        }
    }

    private void number(NumberingProfile profile) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        Map<Reason, Integer> open = new EnumMap<>(Reason.class);
        long doors = 0;
        long changed = 0;
        long reserved = 0;
        for (String town : towns) {
            NumberingRequest request = new NumberingRequest(
                    new Selection(OptionalLong.empty(), town), profile.name(), Keep.NONE, List.of());
            Proposal proposal = core.doorNumbering().propose(Actor.OPERATOR, request);
            var made = core.doorNumbering().commit(Actor.OPERATOR, request, proposal.sha256(), "全县门牌重新编号");
            proposal.undecided().forEach(door -> open.merge(door.reason(), 1, Integer::sum));
            doors += made.doors();
            changed += made.changed();
            reserved += made.reserved();
        }
        System.out.printf(
                "%s: %d doors in %d towns, %d changed, %d numbers reserved, for a person %s; wall %.1f s, CPU %.1f s%n",
                profile.name(),
                doors,
                towns.size(),
                changed,
                reserved,
                open,
                (System.nanoTime() - wall) / 1e9,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
        PlateProof proof =
                core.plateInspection().prove(Actor.OPERATOR, COUNTY, profile.name(), "云溪县", core.signingKey());
        Files.writeString(folder.resolve(profile.name() + ".export.json"), proof.export());
        Files.writeString(folder.resolve(profile.name() + ".proof.json"), proof.report());
    }
}
