package cn.diming.tiles.sheet.style;

import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Pen;
import java.util.Optional;

/** How areas are drawn. */
public record Area(Ink ink, Optional<Pen> outline) {}
