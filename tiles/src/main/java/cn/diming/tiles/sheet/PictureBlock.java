package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.margin.MarginBlock;
import cn.diming.tiles.sheet.margin.Sketch;

/** A photo in the margin. */
record PictureBlock(Inserts.Picture picture) implements MarginBlock {
    @Override
    public double height(double width) {
        return width * 0.68 + 4;
    }

    @Override
    public void draw(Sketch sketch, Box box) {
        PhotoPlaces.photo(sketch, picture, box);
    }
}
