import { candidatesOf, dotsOf, PLATE, placeLabels, type Label } from './labels'
import { paintTile } from './paint'
import { pickInTile, type Picked } from './pick'
import { ScreenCanvas, type Frame } from './screenCanvas'
import { Sprite } from './sprite'
import type { Style, StyleLayer } from './style'
import { keyOf, windowOf, type DecodedTile, type TileFeature, type TileKey, type Window, type XY } from './tile'
import { TileData, type Rewriting } from './tileData'

export interface VectorLayerOptions {
  /** with {z}, {x} and {y} */
  urlTemplate: string
  style: Style
  /** deeper tiles are drawn from their ancestor at this zoom */
  maxDataZoom: number
  minDataZoom: number
  pickable?: (layer: StyleLayer) => boolean
  highlightColour?: string
  attribution?: string
  /** address of the style's pictures */
  sprite?: string
}

export interface NearShape {
  id?: number
  sourceLayer: string
  /** longitude, latitude */
  path: [number, number][]
}

interface Drawn {
  canvas: HTMLCanvasElement
  key: TileKey
  window: Window
}

/** As MapLibre counts: a world of one 512-pixel tile is zoom 0, so a style's zoom is Leaflet's less one. */
const TILE_SIZE = 512
const ZOOM_SHIFT = 1
/** Names are placed anew this often while tiles arrive. */
const LABEL_PAUSE_MS = 60

/**
 * Draws vector tiles with a MapLibre style: areas and lines on one canvas a tile, names of all tiles together on a
 * canvas over the window. Text uses the reader's own fonts; no glyph files are needed.
 */
export class VectorLayer extends L.GridLayer {
  private readonly data: TileData
  private readonly drawn = new Map<string, Drawn>()
  private readonly labelCanvas = new ScreenCanvas('diming-labels', 450, (frame) => this.paintLabels(frame))
  private readonly highlightCanvas = new ScreenCanvas('diming-highlight', 390, (frame) => this.paintHighlight(frame))
  private labels: Label[] = []
  private hidden: ReadonlySet<string> = new Set()
  /** source layers whose points are drawn as dots; the others are anchors of names only */
  private readonly dotted: ReadonlySet<string>
  readonly sprite: Sprite | undefined
  private highlighted: number | undefined
  private labelTimer = 0

  constructor(private readonly setup: VectorLayerOptions) {
    super({
      tileSize: TILE_SIZE,
      minZoom: setup.minDataZoom + ZOOM_SHIFT,
      maxZoom: 24,
      noWrap: true,
      updateWhenZooming: false,
      keepBuffer: 1,
      attribution: setup.attribution,
    })
    this.data = new TileData(setup.urlTemplate)
    this.dotted = new Set(setup.style.layers.filter((layer) => layer.type === 'circle' || (layer.type === 'symbol' && !layer.shield && layer.text.evaluate(20, NOTHING) === '' && layer.icon.evaluate(20, NOTHING) !== '')).map(({ sourceLayer }) => sourceLayer))
    if (setup.sprite) this.sprite = new Sprite(setup.sprite)
    this.sprite?.whenReady(() => this.placeSoon())
    this.on('tileunload', (event) => this.forget((event as L.TileEvent).coords))
    this.on('tileload load', () => this.placeSoon())
  }

  onAdd(map: L.Map): this {
    super.onAdd(map)
    map.addLayer(this.highlightCanvas).addLayer(this.labelCanvas)
    return this
  }

  onRemove(map: L.Map): this {
    map.removeLayer(this.highlightCanvas).removeLayer(this.labelCanvas)
    return super.onRemove(map)
  }

  createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const key = { z: coords.z - ZOOM_SHIFT, x: coords.x, y: coords.y }
    const drawn: Drawn = { canvas: document.createElement('canvas'), key, window: windowOf(key, this.setup.maxDataZoom, TILE_SIZE) }
    this.drawn.set(keyOf(key), drawn)
    this.data.acquire(drawn.window.data).then(
      (tile) => {
        this.paint(drawn, this.data.peek(drawn.window.data) ?? tile)
        done(undefined, drawn.canvas)
      },
      (error: Error) => error.name !== 'AbortError' && done(error, drawn.canvas),
    )
    return drawn.canvas
  }

  /** Fetches data tiles again and redraws what is made of each when it comes; `seq` is the change they must show. */
  refreshWhere(wanted: (key: TileKey) => boolean, seq?: number): Promise<void> {
    return this.data.reload(wanted, seq, (key) => this.repaint(({ window }) => keyOf(window.data) === keyOf(key)))
  }

  /** Shows the map as it was on a day of the past, or as it is. */
  showDay(day: string | undefined): Promise<void> {
    this.data.setDay(day)
    return this.refreshWhere(() => true)
  }

  /** Shows the tiles rewritten, or as they came. */
  rewrite(rewriting: Rewriting | undefined): void {
    this.data.rewrite(rewriting)
    this.repaint(() => true)
  }

  /** Leaves out these style layers. */
  hideLayers(ids: Iterable<string>): void {
    this.hidden = new Set(ids)
    this.repaint(() => true)
  }

  /** Marks a feature on the map, or none. */
  highlight(id: number | undefined): void {
    if (id === this.highlighted) return
    this.highlighted = id
    this.highlightCanvas.redraw()
    this.labelCanvas.redraw()
  }

  /** The feature at a pixel of the map's window: a name first, else the topmost shape. */
  pick(containerPoint: L.Point): Picked | undefined {
    const map = this._map
    if (!map) return undefined
    const world = map.getPixelOrigin().add(map.containerPointToLayerPoint(containerPoint))
    return this.pickLabel(world) ?? this.pickShape(world, map.getZoom() - ZOOM_SHIFT)
  }

  /** The shapes of some source layers that come within so many pixels of a place, as degrees; a feature may come in parts. */
  shapesNear(latlng: L.LatLng, pixels: number, sourceLayers: readonly string[]): NearShape[] {
    const map = this._map
    if (!map) return []
    const zoom = map.getZoom()
    const at = map.project(latlng, zoom)
    const degrees = (world: XY): [number, number] => {
      const { lng, lat } = map.unproject(L.point(world), zoom)
      return [lng, lat]
    }
    return this.dataTiles(zoom - ZOOM_SHIFT).flatMap(({ tile, toWorld }) => sourceLayers.flatMap((name) => {
      const { extent = 1, features = [] } = tile.get(name) ?? {}
      return features.filter((feature) => {
        const [low, high] = [toWorld({ x: feature.minX, y: feature.minY }, extent), toWorld({ x: feature.maxX, y: feature.maxY }, extent)]
        return at.x >= low.x - pixels && at.x <= high.x + pixels && at.y >= low.y - pixels && at.y <= high.y + pixels
      }).flatMap(({ id, paths }) => paths.map((path) => ({ id, sourceLayer: name, path: path.map((point) => degrees(toWorld(point, extent))) })))
    }))
  }

  private pickLabel({ x, y }: XY): Picked | undefined {
    const hit = this.labels.find(({ layer, feature, boxes }) => feature.id !== undefined && this.isPickable(layer)
      && boxes.some((box) => x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY))
    return hit && { id: hit.feature.id!, layer: hit.layer.id, sourceLayer: hit.layer.sourceLayer, properties: hit.feature.properties }
  }

  private pickShape(world: XY, zoom: number): Picked | undefined {
    const key = { z: zoom, x: Math.floor(world.x / TILE_SIZE), y: Math.floor(world.y / TILE_SIZE) }
    const { data, factor } = windowOf(key, this.setup.maxDataZoom, TILE_SIZE)
    const tile = this.data.peek(data)
    const size = TILE_SIZE * factor
    const inTile = { x: world.x - data.x * size, y: world.y - data.y * size }
    return tile && pickInTile(tile, this.setup.style, zoom, inTile, (extent) => size / extent, (layer) => this.isPickable(layer))
  }

  private isPickable(layer: StyleLayer): boolean {
    return !this.hidden.has(layer.id) && (this.setup.pickable?.(layer) ?? true)
  }

  private paint({ canvas, key, window }: Drawn, tile: DecodedTile): void {
    const ratio = devicePixelRatio || 1
    canvas.width = canvas.height = TILE_SIZE * ratio
    const context = canvas.getContext('2d')!
    context.scale(ratio, ratio)
    paintTile(context, tile, this.setup.style, key.z, window, TILE_SIZE, this.hidden)
  }

  private repaint(wanted: (drawn: Drawn) => boolean): void {
    for (const drawn of this.drawn.values()) {
      const tile = wanted(drawn) && this.data.peek(drawn.window.data)
      if (tile) this.paint(drawn, tile)
    }
    this.placeSoon()
  }

  private forget(coords: L.Coords): void {
    const name = keyOf({ ...coords, z: coords.z - ZOOM_SHIFT })
    const drawn = this.drawn.get(name)
    if (!drawn) return
    this.drawn.delete(name)
    this.data.release(drawn.window.data)
  }

  private placeSoon(): void {
    this.labelTimer ||= window.setTimeout(() => {
      this.labelTimer = 0
      this.labelCanvas.redraw()
      this.highlightCanvas.redraw()
    }, LABEL_PAUSE_MS)
  }

  /** Each data tile of the current zoom once, with its way into world pixels. */
  private dataTiles(zoom: number): { tile: DecodedTile; box: L.Bounds; toWorld: (point: XY, extent: number) => XY }[] {
    const windows = new Map([...this.drawn.values()].filter(({ key }) => key.z === zoom).map(({ window }) => [keyOf(window.data), window]))
    return [...windows.values()].flatMap(({ data, factor }) => {
      const tile = this.data.peek(data)
      const size = TILE_SIZE * factor
      const toWorld = ({ x, y }: XY, extent: number) => ({ x: (data.x + x / extent) * size, y: (data.y + y / extent) * size })
      const box = L.bounds([[data.x * size, data.y * size], [(data.x + 1) * size, (data.y + 1) * size]])
      return tile ? [{ tile, box, toWorld }] : []
    })
  }

  private paintLabels({ context, zoom, bounds }: Frame): void {
    const styleZoom = zoom - ZOOM_SHIFT
    const onCanvas = ({ x, y }: XY) => bounds.contains(L.point(x, y))
    const inside = ({ x, y }: XY, extent: number) => x >= 0 && y >= 0 && x < extent && y < extent
    const tiles = this.dataTiles(styleZoom)
    const candidates = tiles
      .flatMap(({ tile, toWorld }) => candidatesOf(tile, this.setup.style, styleZoom, toWorld, inside, this.hidden))
      .filter(({ path }) => path.some(onCanvas))
    const dots = tiles.flatMap(({ tile, toWorld }) => dotsOf(tile, this.setup.style, styleZoom, toWorld, this.hidden))
    this.labels = placeLabels(candidates, styleZoom, measureWith(context), dots)
    for (const label of this.labels.toReversed()) this.write(context, label, styleZoom, bounds.min!)
  }

  private write(context: CanvasRenderingContext2D, label: Label, zoom: number, corner: XY): void {
    const { layer, feature, font, glyphs, icon, anchor, size } = label
    if (icon) {
      this.sprite?.draw(context, icon, anchor.x - corner.x, anchor.y - corner.y, size)
      return
    }
    const chosen = this.highlighted !== undefined && feature.id === this.highlighted && this.isPickable(layer)
    if (layer.shield) plate(context, label, layer.shield, corner)
    context.font = font
    context.textAlign = 'center'
    context.textRendering = 'geometricPrecision'
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    context.globalAlpha = layer.opacity.evaluate(zoom, feature)
    context.strokeStyle = chosen ? '#ffffff' : layer.haloColour.evaluate(zoom, feature)
    context.lineWidth = layer.shield ? 0 : 2 * Math.max(layer.haloWidth.evaluate(zoom, feature), chosen ? 2 : 0)
    context.fillStyle = chosen && !layer.shield ? this.accent : layer.colour.evaluate(zoom, feature)
    const haloed = !layer.shield && context.lineWidth > 0
    for (const draw of [haloed ? 'strokeText' : undefined, 'fillText'] as const) {
      for (const glyph of draw ? glyphs : []) turned(context, glyph, corner, () => context[draw!](glyph.text, 0, 0))
    }
    context.globalAlpha = 1
  }

  private paintHighlight({ context, zoom, bounds }: Frame): void {
    if (this.highlighted === undefined) return
    const corner = bounds.min!
    for (const { tile, box, toWorld } of this.dataTiles(zoom - ZOOM_SHIFT)) {
      const start = box.min!.subtract(corner)
      context.save()
      context.beginPath()
      context.rect(start.x, start.y, box.getSize().x, box.getSize().y)
      context.clip() // tiles overlap a little, and an area is cut where its tile's overlap ends
      for (const [name, { extent, features }] of tile) {
        for (const feature of features.filter(({ id, type }) => id === this.highlighted && (type !== 1 || this.dotted.has(name)))) {
          this.outline(context, feature, (point) => L.point(toWorld(point, extent)).subtract(corner))
        }
      }
      context.restore()
    }
  }

  private outline(context: CanvasRenderingContext2D, { type, paths }: TileFeature, toCanvas: (point: XY) => XY): void {
    context.beginPath()
    for (const path of paths.map((points) => points.map(toCanvas))) {
      if (type === 1) path.forEach(({ x, y }) => (context.moveTo(x + 9, y), context.arc(x, y, 9, 0, 2 * Math.PI)))
      else path.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
    }
    context.strokeStyle = context.fillStyle = this.accent
    context.lineCap = context.lineJoin = 'round'
    context.lineWidth = type === 2 ? 6 : 2
    context.globalAlpha = type === 2 ? 0.35 : 0.9
    context.stroke()
    context.globalAlpha = 0.07
    if (type !== 2) context.fill('evenodd')
    context.globalAlpha = 1
  }

  private get accent(): string {
    return this.setup.highlightColour ?? '#b8402f'
  }
}

/** For styles whose values do not depend on the feature. */
const NOTHING = { type: 0, properties: {} }

function plate(context: CanvasRenderingContext2D, { anchor, boxes, size }: Label, [fill, edge]: [string, string], corner: XY): void {
  const [box] = boxes as [Label['boxes'][0]]
  const width = box.maxX - box.minX - 4
  const height = size * 1.2 + 2 * PLATE.y
  context.beginPath()
  context.roundRect(Math.round(anchor.x - corner.x - width / 2) + 0.5, Math.round(anchor.y - corner.y - height / 2) + 0.5, Math.round(width), Math.round(height), 3)
  context.fillStyle = fill
  context.fill()
  context.strokeStyle = edge
  context.lineWidth = 1
  context.stroke()
}

function turned(context: CanvasRenderingContext2D, { x, y, angle }: XY & { angle: number }, corner: XY, draw: () => void): void {
  context.save()
  context.translate(x - corner.x, y - corner.y)
  context.rotate(angle)
  draw()
  context.restore()
}

const widths = new Map<string, number>()

/** Measuring text is slow, and the same characters come again and again. */
function measureWith(context: CanvasRenderingContext2D): (text: string, font: string) => number {
  return (text, font) => {
    const key = `${font}|${text}`
    let width = widths.get(key)
    if (width === undefined) {
      context.font = font
      width = context.measureText(text).width
      if (widths.size > 20000) widths.clear()
      widths.set(key, width)
    }
    return width
  }
}
