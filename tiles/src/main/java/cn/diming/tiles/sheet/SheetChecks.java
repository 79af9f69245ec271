package cn.diming.tiles.sheet;

import java.util.List;

final class SheetChecks {
    SheetChecks(Sheet sheet, SheetPlan plan, SheetPages.Content content) {}

    List<SheetCheck> all(List<String> faults) {
        return List.of();
    }
}
