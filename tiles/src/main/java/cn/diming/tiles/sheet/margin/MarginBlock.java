package cn.diming.tiles.sheet.margin;

import cn.diming.tiles.sheet.frame.Box;

/** A part of the margin. */
public interface MarginBlock {
    /** What it needs at a width, mm. */
    double height(double width);

    /** @param box as high as {@link #height} says */
    void draw(Sketch sketch, Box box);
}
