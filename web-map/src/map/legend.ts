import { text } from '@/text.zh'
import { paintTile } from '@/vector/paint'
import { isVisible, type Style } from '@/vector/style'
import type { DecodedTile, TileFeature, XY } from '@/vector/tile'

export interface LegendEntry {
  label: string
  sourceLayer: string
  type: 1 | 2 | 3
  properties: Record<string, unknown>
  zoom: number
}

export const SWATCH = { width: 34, height: 20 }

const entry = (label: string, sourceLayer: string, type: 1 | 2 | 3, properties: Record<string, unknown> = {}, zoom = 15): LegendEntry =>
  ({ label, sourceLayer, type, properties, zoom })

const ENTRIES = [
  entry(text.legend.county, 'division_line', 2, { level: 3 }),
  entry(text.legend.town, 'division_line', 2, { level: 4 }),
  entry(text.legend.village, 'division_line', 2, { level: 5 }),
  entry(text.legend.motorway, 'road', 2, { class: 'motorway', rank: 1 }, 12),
  entry(text.legend.primary, 'road', 2, { class: 'primary', rank: 2 }, 13),
  entry(text.legend.secondary, 'road', 2, { class: 'secondary', rank: 3 }, 13),
  entry(text.legend.street, 'road', 2, { class: 'street', rank: 5 }, 15),
  entry(text.legend.building, 'building', 3, { floors: 2 }, 17),
  entry(text.legend.builtUp, 'ground', 3, { class: 'built' }),
  entry(text.legend.water, 'ground', 3, { class: 'water' }),
  entry(text.legend.stream, 'water_line', 2, { class: 'river' }),
  entry(text.legend.wood, 'ground', 3, { class: 'wood' }),
  entry(text.legend.facility, 'facility', 1, {}, 16),
  entry(text.legend.shop, 'shop', 1, {}, 17),
]

/** The entries that this style draws with something other than text. */
export function legendOf(style: Style): LegendEntry[] {
  const feature = ({ type, properties }: LegendEntry) => ({ id: 0, type, properties })
  return ENTRIES.filter((shown) => style.layers.some((layer) =>
    layer.type !== 'symbol' && layer.sourceLayer === shown.sourceLayer && isVisible(layer, shown.zoom) && layer.accepts(shown.zoom, feature(shown))))
}

/** Drawn by the map's own painter from a made-up feature, so that legend and map cannot differ. */
export function drawSwatch(canvas: HTMLCanvasElement, { sourceLayer, type, properties, zoom }: LegendEntry, style: Style): void {
  const ratio = devicePixelRatio || 1
  canvas.width = SWATCH.width * ratio
  canvas.height = SWATCH.height * ratio
  const context = canvas.getContext('2d')!
  context.scale(ratio, ratio)
  const tile: DecodedTile = new Map([[sourceLayer, { extent: SWATCH.width, features: [sample(type, properties)] }]])
  const window = { data: { z: zoom, x: 0, y: 0 }, factor: 1, offsetX: 0, offsetY: 0 }
  paintTile(context, tile, style, zoom, window, SWATCH.width, new Set())
}

function sample(type: 1 | 2 | 3, properties: Record<string, unknown>): TileFeature {
  const { width, height } = SWATCH
  const shapes: Record<1 | 2 | 3, XY[]> = {
    1: [{ x: width / 2, y: height / 2 }],
    2: [{ x: -4, y: height / 2 }, { x: width + 4, y: height / 2 }],
    3: [{ x: 5, y: 4 }, { x: width - 5, y: 4 }, { x: width - 5, y: height - 4 }, { x: 5, y: height - 4 }],
  }
  return { id: 0, type, properties, paths: [shapes[type]], minX: 0, minY: 0, maxX: width, maxY: height }
}
