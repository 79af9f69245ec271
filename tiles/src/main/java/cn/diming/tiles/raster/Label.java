package cn.diming.tiles.raster;

import cn.diming.tiles.style.Mark;
import java.util.List;

/**
 * A name or a picture at its place, in pixels of the whole world at one zoom.
 *
 * @param mark how it is drawn
 * @param words what is written; empty for a picture
 * @param x its middle
 * @param y its middle
 * @param pieces stretches of text with their middles and turns
 * @param boxes the room it takes
 */
record Label(Mark mark, String words, double x, double y, double size, List<Piece> pieces, List<Box> boxes) {
    /** @param angle radians clockwise */
    record Piece(String text, double x, double y, double angle) {}
}
