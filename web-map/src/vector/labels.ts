import { joined, lengthOf, pointAlong } from './geometry'
import { isVisible, type Style, type SymbolLayer } from './style'
import type { DecodedTile, TileFeature, XY } from './tile'

/**
 * Chooses which names are written and where: pure, in pixels of the whole world at one zoom, so that a label keeps its
 * place while the map is dragged. Higher style layers come first, then the smaller sort key; nothing overlaps.
 */
export interface Candidate {
  layer: SymbolLayer
  feature: TileFeature
  /** what is written; empty for a picture */
  text: string
  /** a picture instead of words */
  icon?: string
  /** the anchor, or the line to write along */
  path: XY[]
  alongLine: boolean
  order: number
  sortKey: number
}

export interface Glyph extends XY {
  text: string
  /** radians, clockwise */
  angle: number
}

export interface Label {
  layer: SymbolLayer
  feature: TileFeature
  text: string
  font: string
  size: number
  icon?: string
  anchor: XY
  glyphs: Glyph[]
  boxes: Box[]
}

export interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

export type Measure = (text: string, font: string) => number

/** Fonts with the characters beyond the basic plane, of which village names have some. */
const RARE = '"SimSun-ExtB","MingLiU-ExtB","Plangothic P1","Plangothic P2","BabelStone Han",HanaMinB'
const SANS = `"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif,${RARE}`
const SERIF = `"Songti SC","SimSun","Noto Serif CJK SC","Source Han Serif SC",serif,${RARE}`
/** Neighbouring characters on a bend may differ by this much before the name becomes hard to read. */
const SHARPEST_BEND = (40 * Math.PI) / 180
/** Around a bend characters may come as near as this part of their usual distance. */
const CLOSEST = 0.9
const HAN = /\p{Script=Han}/u

/** A CSS font from the names of a style's font stack, which only hint at weight and kind: no glyph files are fetched. */
export function cssFont(stack: string[], size: number): string {
  const names = stack.join(' ')
  const slant = /italic|oblique/i.test(names) ? 'italic ' : ''
  const weight = /bold|heavy|black/i.test(names) ? 600 : /medium/i.test(names) ? 500 : 400
  return `${slant}${weight} ${size}px ${/serif|song/i.test(names) && !/sans/i.test(names) ? SERIF : SANS}`
}

/** What could be written for one tile whose content is put at `toWorld`. */
export function candidatesOf(
  tile: DecodedTile, style: Style, zoom: number, toWorld: (point: XY, extent: number) => XY,
  drawn: (point: XY, extent: number) => boolean, hidden: ReadonlySet<string>,
): Candidate[] {
  return style.layers.flatMap((layer, order) => {
    const data = tile.get(layer.sourceLayer)
    if (layer.type !== 'symbol' || !data || !isVisible(layer, zoom) || hidden.has(layer.id)) return []
    const lines = new Map<string, { candidate: Omit<Candidate, 'path'>; paths: XY[][] }>()
    const points = data.features.flatMap((feature) => {
      if (!layer.accepts(zoom, feature)) return []
      const text = layer.text.evaluate(zoom, feature).trim()
      const icon = text || layer.shield ? undefined : layer.icon.evaluate(zoom, feature)
      if (!text && !icon) return []
      const alongLine = layer.placement.evaluate(zoom, feature) !== 'point' && feature.type !== 1
      const candidate = { layer, feature, text, icon, alongLine, order, sortKey: layer.sortKey.evaluate(zoom, feature) }
      if (alongLine) {
        const same = lines.get(text)
        if (same) same.paths.push(...feature.paths)
        else lines.set(text, { candidate, paths: [...feature.paths] })
        return []
      }
      return anchorsOf(feature).filter((at) => drawn(at, data.extent)).map((at) => ({ ...candidate, path: [toWorld(at, data.extent)] }))
    })
    const along = [...lines.values()].flatMap(({ candidate, paths }) =>
      joined(paths).map((path) => ({ ...candidate, path: path.map((point) => toWorld(point, data.extent)) })))
    return [...points, ...along]
  })
}

/** A point symbol that is drawn above some layers, so that their words keep off it. */
export interface Dot extends Box {
  order: number
  id?: number
}

/** The point symbols of one tile whose content is put at `toWorld`. */
export function dotsOf(tile: DecodedTile, style: Style, zoom: number, toWorld: (point: XY, extent: number) => XY, hidden: ReadonlySet<string>): Dot[] {
  return style.layers.flatMap((layer, order) => {
    const data = tile.get(layer.sourceLayer)
    if (layer.type !== 'circle' || !data || !isVisible(layer, zoom) || hidden.has(layer.id)) return []
    return data.features.filter((feature) => feature.type === 1 && layer.accepts(zoom, feature)).flatMap((feature) => {
      const reach = layer.radius.evaluate(zoom, feature) + layer.strokeWidth.evaluate(zoom, feature)
      return feature.paths.flat().map((point) => toWorld(point, data.extent)).map(({ x, y }) => ({ ...boxAround(x, y, reach, reach), order, id: feature.id }))
    })
  })
}

function anchorsOf(feature: TileFeature): XY[] {
  if (feature.type === 1) return feature.paths.flat()
  if (feature.type === 2) return feature.paths.map((path) => pointAlong(path, lengthOf(path) / 2))
  return [{ x: (feature.minX + feature.maxX) / 2, y: (feature.minY + feature.maxY) / 2 }]
}

export function placeLabels(candidates: Candidate[], zoom: number, measure: Measure, dots: readonly Dot[] = []): Label[] {
  const taken = new BoxIndex<Box>()
  const symbols = new BoxIndex<Dot>()
  dots.forEach((dot) => symbols.add(dot))
  const written = new Map<string, XY[]>()
  const labels: Label[] = []
  for (const candidate of inOrder(candidates)) {
    for (const label of alternatives(candidate, zoom, measure)) {
      if (!candidate.layer.allowOverlap.evaluate(zoom, candidate.feature) && label.boxes.some((box) => taken.hits(box) || symbols.hits(box, (dot) => dot.order > candidate.order && dot.id !== candidate.feature.id))) continue
      if (isRepeated(candidate, label.anchor, zoom, written)) continue
      label.boxes.forEach((box) => taken.add(box))
      labels.push(label)
      break
    }
  }
  return labels
}

function inOrder(candidates: Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) =>
    b.order - a.order || a.sortKey - b.sortKey || (a.feature.id ?? 0) - (b.feature.id ?? 0) || b.path.length - a.path.length)
}

/** The same name again: a line cut by tile borders, or one feature met in two tiles. */
function isRepeated({ layer, feature, text, alongLine }: Candidate, anchor: XY, zoom: number, written: Map<string, XY[]>): boolean {
  const key = `${layer.id} ${alongLine ? text : `${feature.id} ${text}`}`
  const places = written.get(key) ?? []
  const apart = alongLine ? layer.spacing.evaluate(zoom, feature) : 24
  if (places.some((place) => Math.hypot(place.x - anchor.x, place.y - anchor.y) < apart)) return true
  written.set(key, [...places, anchor])
  return false
}

function alternatives(candidate: Candidate, zoom: number, measure: Measure): Iterable<Label> {
  const { layer, feature } = candidate
  const size = layer.size.evaluate(zoom, feature)
  const face = { size, font: cssFont(layer.font.evaluate(zoom, feature), size) }
  if (candidate.icon) return [picture(candidate, zoom)]
  return candidate.alongLine ? alongLine(candidate, zoom, face, measure) : aroundPoint(candidate, zoom, face, measure)
}

/** The pictures are this many pixels wide at size 1, as the service makes them. */
const PICTURE = 18

function picture({ layer, feature, text, icon, path }: Candidate, zoom: number): Label {
  const [anchor] = path as [XY]
  const size = PICTURE * layer.iconSize.evaluate(zoom, feature)
  return { layer, feature, text, icon, font: '', size, anchor, glyphs: [], boxes: [boxAround(anchor.x, anchor.y, size / 2 + 1, size / 2 + 1)] }
}

interface Face {
  size: number
  font: string
}

function* aroundPoint(candidate: Candidate, zoom: number, face: Face, measure: Measure): Generator<Label> {
  const { layer, feature, text } = candidate
  const [anchor] = candidate.path as [XY]
  const { size, font } = face
  const lines = wrap(text, layer.maxWidth.evaluate(zoom, feature) * size, (part) => measure(part, font))
  const width = Math.max(...lines.map((line) => measure(line, font)))
  const lineHeight = layer.lineHeight.evaluate(zoom, feature) * size
  const height = lineHeight * (lines.length - 1) + size
  const [dx, dy] = layer.offset.evaluate(zoom, feature)
  const padding = layer.padding.evaluate(zoom, feature)
  const variable = layer.variableAnchor.evaluate(zoom, feature)
  for (const side of variable.length > 0 ? variable : [layer.anchor.evaluate(zoom, feature)]) {
    const away = variable.length > 0
    const x = anchor.x + horizontal(side) * (width / 2) + (away ? horizontal(side) * Math.abs(dx) : dx) * size
    const y = anchor.y + vertical(side) * (height / 2) + (away ? vertical(side) * Math.abs(dy) : dy) * size
    const glyphs = lines.map((line, i) => ({ text: line, x, y: y + (i - (lines.length - 1) / 2) * lineHeight, angle: 0 }))
    yield { layer, feature, text, anchor, ...face, glyphs, boxes: [boxAround(x, y, width / 2 + padding, height / 2 + padding)] }
  }
}

/** An anchor names the side of the text that sits on the point: "left" puts the text to the right of it. */
const horizontal = (anchor: string) => (anchor.includes('left') ? 1 : anchor.includes('right') ? -1 : 0)
const vertical = (anchor: string) => (anchor.includes('top') ? 1 : anchor.includes('bottom') ? -1 : 0)
const boxAround = (x: number, y: number, halfWidth: number, halfHeight: number): Box =>
  ({ minX: x - halfWidth, minY: y - halfHeight, maxX: x + halfWidth, maxY: y + halfHeight })

/** Breaks at spaces, or anywhere in Han text, into lines of about equal length. */
export function wrap(text: string, maxWidth: number, measure: (part: string) => number): string[] {
  const width = measure(text)
  if (width <= maxWidth || maxWidth <= 0) return [text]
  const parts = /\s/.test(text) ? text.split(/\s+/).map((word) => `${word} `) : [...text]
  const target = width / Math.ceil(width / maxWidth)
  const lines = ['']
  for (const part of parts) {
    const line = lines.at(-1)!
    if (line && measure((line + part).trim()) > target * 1.05) lines.push(part)
    else lines[lines.length - 1] = line + part
  }
  return lines.map((line) => line.trim())
}

function* alongLine(candidate: Candidate, zoom: number, face: Face, measure: Measure): Generator<Label> {
  const { layer, feature, text, path } = candidate
  if (layer.shield) {
    yield* onPlate(candidate, zoom, face, measure)
    return
  }
  const characters = HAN.test(text) ? runsOf(text) : [text]
  const gap = layer.letterSpacing.evaluate(zoom, feature) * face.size
  const widths = characters.map((character) => measure(character, face.font))
  const span = widths.reduce((sum, width) => sum + width + gap, -gap)
  const length = lengthOf(path)
  if (span > length) return
  const padding = layer.padding.evaluate(zoom, feature)
  for (const start of startsOn(length, span)) {
    const glyphs = writeAlong(path, start, span, characters, widths, gap)
    if (!glyphs) continue
    const boxes = glyphs.flatMap((glyph, i) => boxesOf(glyph, widths[i]!, face.size, padding))
    yield { layer, feature, text, anchor: pointAlong(path, start + span / 2), ...face, glyphs, boxes }
  }
}

/** A road number stays level on its plate. */
function* onPlate({ layer, feature, text, path }: Candidate, zoom: number, face: Face, measure: Measure): Generator<Label> {
  const width = measure(text, face.font)
  const length = lengthOf(path)
  if (width > length) return
  const padding = layer.padding.evaluate(zoom, feature)
  for (const start of startsOn(length, width)) {
    const anchor = pointAlong(path, start + width / 2)
    const boxes = [boxAround(anchor.x, anchor.y, width / 2 + PLATE.x + padding, face.size * 0.6 + PLATE.y + padding)]
    yield { layer, feature, text, anchor, ...face, glyphs: [{ text, x: anchor.x, y: anchor.y, angle: 0 }], boxes }
  }
}

/** How far a plate reaches beyond its text. */
export const PLATE = { x: 4, y: 1.5 }

/** Han characters one by one, letters and digits between them ("X022县道") as one run. */
const runsOf = (text: string) => text.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? []

/** The middle first, then a few places to both sides. */
function startsOn(length: number, span: number): number[] {
  const middle = (length - span) / 2
  return [0, -0.5, 0.5, -0.9, 0.9].map((part) => middle * (1 + part))
}

/**
 * Characters one by one along the path, or undefined where it bends too sharply. On a steep line Han text runs
 * downwards and its characters stay upright, as on printed maps; on a flat one it runs to the right.
 */
export function writeAlong(
  path: XY[], start: number, span: number, characters: string[], widths: number[], gap: number,
): Glyph[] | undefined {
  const [from, to] = [pointAlong(path, start), pointAlong(path, start + span)]
  const steep = characters.length > 1 && characters.every((character) => HAN.test(character)) && Math.abs(to.y - from.y) > Math.abs(to.x - from.x)
  const backwards = steep ? to.y < from.y : to.x < from.x
  const glyphs: Glyph[] = []
  let done = 0
  for (const [i, text] of characters.entries()) {
    const width = widths[i]!
    const centre = backwards ? start + span - done - width / 2 : start + done + width / 2
    const [before, after] = [pointAlong(path, centre - width / 2), pointAlong(path, centre + width / 2)]
    const direction = Math.atan2(after.y - before.y, after.x - before.x) + (backwards ? Math.PI : 0) - (steep ? Math.PI / 2 : 0)
    const angle = Math.atan2(Math.sin(direction), Math.cos(direction))
    const previous = glyphs.at(-1)
    const { x, y } = pointAlong(path, centre)
    const apart = i > 0 ? (widths[i - 1]! + width) / 2 : 0
    if (Math.abs(angle) > Math.PI / 3 || (previous && (Math.abs(angle - previous.angle) > SHARPEST_BEND || Math.hypot(x - previous.x, y - previous.y) < apart * CLOSEST))) return undefined
    glyphs.push({ text, x, y, angle })
    done += width + gap
  }
  return glyphs
}

/** A long rotated run is covered by a row of squares, so that it does not claim the corners of its bounding box. */
function boxesOf({ x, y, angle }: Glyph, width: number, size: number, padding: number): Box[] {
  const half = size / 2 + padding
  const count = Math.max(1, Math.ceil(width / size))
  return Array.from({ length: count }, (_, i) => {
    const along = ((i + 0.5) / count - 0.5) * width
    return boxAround(x + Math.cos(angle) * along, y + Math.sin(angle) * along, half, half)
  })
}

/** Boxes in a coarse grid: a test looks at a few cells only. */
class BoxIndex<B extends Box> {
  private readonly cells = new Map<string, B[]>()

  add(box: B): void {
    for (const cell of this.cellsOf(box)) this.cells.set(cell, [...(this.cells.get(cell) ?? []), box])
  }

  hits(box: Box, counts: (other: B) => boolean = () => true): boolean {
    return this.cellsOf(box).some((cell) => this.cells.get(cell)?.some((other) =>
      counts(other) && box.minX < other.maxX && box.maxX > other.minX && box.minY < other.maxY && box.maxY > other.minY))
  }

  private cellsOf({ minX, minY, maxX, maxY }: Box): string[] {
    const size = 64
    const cells: string[] = []
    for (let x = Math.floor(minX / size); x <= Math.floor(maxX / size); x++) {
      for (let y = Math.floor(minY / size); y <= Math.floor(maxY / size); y++) cells.push(`${x}/${y}`)
    }
    return cells
  }
}
