package cn.diming.tiles.sheet.canvas;

/** A format that pages can be written in. */
interface Canvas {
    void fill(Op.Fill fill);

    void stroke(Op.Stroke stroke);

    void clip(Op.Clip clip);

    void unclip();

    void layer(Op.Layer layer);

    void text(Op.Text text);

    void stamp(Op.Stamp stamp);

    void picture(Op.Picture picture);
}
