#!/usr/bin/python3
"""Makes the bundled fonts of gis-core from the TrueType files of the npm packages @expo-google-fonts/noto-serif-sc and
@expo-google-fonts/noto-sans-sc (0.4.3, OFL). Needs fontTools. Why: docs/adr/0018-papers-from-text-templates.md

    scripts/make-fonts.py NotoSerifSC_400Regular.ttf full LISTS gis-core/src/main/resources/cn/diming/core/font/song.ttf
    scripts/make-fonts.py NotoSansSC_500Medium.ttf lists LISTS gis-core/src/main/resources/cn/diming/core/font/hei.ttf

LISTS are text files with the characters needed, joined by commas: the 8,105 of the 通用规范汉字表 and those of division names
outside it. The full face has all of U+4E00–9FFF and the supplementary planes besides; it stands in where another lacks one.

Keeps outlines, widths and the character table; drops hinting, layout features and vertical metrics. A glyph that several
characters share becomes one glyph for each (as a reference, a few bytes), so that text taken out of a PDF has the very
characters that went in.
"""
import sys
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

source, extent, lists, target = sys.argv[1:5]


def is_han(code):
    return 0x3400 <= code <= 0x9FFF or code >= 0x20000


font = TTFont(source)
codes = set(font.getBestCmap())
listed = {ord(c) for path in lists.split(",") for line in open(path, encoding="utf-8") for c in line if is_han(ord(c))}


def is_kept(code):
    if is_han(code):
        return code in listed or (extent == "full" and code >= 0x4E00)
    return not (0x1100 <= code <= 0x11FF or 0x2E80 <= code <= 0x2FDF or 0xA960 <= code <= 0xD7FF or 0xF900 <= code <= 0xFAFF)


codes = {code for code in codes if is_kept(code)}

options = Options()
options.hinting = False
options.layout_features = []
options.drop_tables += ["GPOS", "GSUB", "GDEF", "vhea", "vmtx", "VORG", "BASE", "DSIG", "meta", "STAT"]
options.notdef_outline = True
options.name_IDs = ["*"]
subset = Subsetter(options)
subset.populate(unicodes=codes)
subset.subset(font)

glyf, hmtx = font["glyf"], font["hmtx"]
table = dict(font.getBestCmap())
seen = {}
order = font.getGlyphOrder()
for code in sorted(table):
    name = table[code]
    if name not in seen:
        seen[name] = code
        continue
    copy = Glyph()
    copy.numberOfContours = 0
    if glyf[name].numberOfContours != 0:
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = name, 0, 0, 0x0004 | 0x0002
        copy.numberOfContours = -1
        copy.components = [part]
    alias = "same%05X" % code
    order.append(alias)
    glyf.glyphs[alias] = copy
    hmtx.metrics[alias] = hmtx.metrics[name]
    table[code] = alias
font.setGlyphOrder(order)
glyf.glyphOrder = order
font["cmap"].tables = [part for part in font["cmap"].tables if part.format in (4, 12)]
for part in font["cmap"].tables:
    part.cmap = {code: name for code, name in table.items() if part.format == 12 or code <= 0xFFFF}
font["post"].formatType = 3.0
font["head"].modified = font["head"].created
font.recalcTimestamp = False
font.save(target)
print(target, len(table), "characters")
