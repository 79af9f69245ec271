import { paintTile } from '@/vector/paint'
import type { Sprite } from '@/vector/sprite'
import { isVisible, type Style, type StyleLayer } from '@/vector/style'
import type { DecodedTile, TileFeature, XY } from '@/vector/tile'

/** A symbol of the book: how it is drawn and what it means. */
export interface LegendEntry {
  id: string
  label: string
  layer: StyleLayer
  casing?: StyleLayer
  zoom: number
}

export const SWATCH = { width: 34, height: 20 }
/** Deep enough to be recognised, not so deep that a street fills the swatch. */
const USUAL_ZOOM = 15

/** What the symbol book explains and draws at a zoom of the layers that the tiles have, roads and borders from the greatest down. */
export function legendOf(style: Style, zoom: number, sourceLayers: readonly string[]): LegendEntry[] {
  const entries = style.layers.filter(({ legend, sourceLayer }) => legend && sourceLayers.includes(sourceLayer)).map((layer): LegendEntry => ({
    id: layer.id,
    label: layer.legend!,
    layer,
    casing: style.layers.find(({ id }) => id === `${layer.id}-casing`),
    zoom: Math.min(Math.max(USUAL_ZOOM, layer.minZoom), layer.maxZoom - 1),
  }))
  return entries.filter(({ layer }) => isVisible(layer, zoom)).reverse()
}

/** The ids of the style layers that belong to a symbol: its casing and its name with it. */
export function layersOf(style: Style, id: string): StyleLayer[] {
  return style.layers.filter((layer) => [id, `${id}-casing`, `${id}-text`].includes(layer.id))
}

/** Drawn by the map's own painter from a made-up feature, so that legend and map cannot differ. */
export function drawSwatch(canvas: HTMLCanvasElement, { layer, casing, zoom }: LegendEntry, style: Style, sprite: Sprite | undefined): void {
  const ratio = devicePixelRatio || 1
  canvas.width = SWATCH.width * ratio
  canvas.height = SWATCH.height * ratio
  const context = canvas.getContext('2d')!
  context.scale(ratio, ratio)
  if (layer.type === 'symbol') {
    const feature = { type: 1, properties: {} }
    sprite?.whenReady(() => sprite.draw(context, layer.icon.evaluate(zoom, feature), SWATCH.width / 2, SWATCH.height / 2, SWATCH.height - 3))
    return
  }
  const layers = [casing, layer].filter((drawn) => drawn !== undefined).map((drawn) => ({ ...drawn, accepts: () => true }))
  const tile: DecodedTile = new Map([[layer.sourceLayer, { extent: SWATCH.width, features: [sample(layer.type)] }]])
  const window = { data: { z: zoom, x: 0, y: 0 }, factor: 1, offsetX: 0, offsetY: 0 }
  paintTile(context, tile, { ...style, layers }, zoom, window, SWATCH.width, new Set())
}

const TYPES = { circle: 1, line: 2, fill: 3 } as const

function sample(drawn: keyof typeof TYPES): TileFeature {
  const { width, height } = SWATCH
  const type = TYPES[drawn]
  const shapes: Record<1 | 2 | 3, XY[]> = {
    1: [{ x: width / 2, y: height / 2 }],
    2: [{ x: -4, y: height / 2 }, { x: width + 4, y: height / 2 }],
    3: [{ x: 5, y: 4 }, { x: width - 5, y: 4 }, { x: width - 5, y: height - 4 }, { x: 5, y: height - 4 }],
  }
  return { id: 0, type, properties: {}, paths: [shapes[type]], minX: 0, minY: 0, maxX: width, maxY: height }
}
