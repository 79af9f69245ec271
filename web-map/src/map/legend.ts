import { text } from '@/text.zh'
import { paintTile } from '@/vector/paint'
import type { Style, StyleLayer } from '@/vector/style'
import type { DecodedTile, TileFeature, XY } from '@/vector/tile'

export interface LegendEntry {
  label: string
  sourceLayer: string
  type: 1 | 2 | 3
  properties: Record<string, unknown>
  zoom: number
}

export const SWATCH = { width: 34, height: 20 }

/** A style may name its legend itself, in the metadata of a layer: {"diming:legend": {label, type, properties, zoom}}. */
export function legendOf(style: Style): LegendEntry[] {
  const entries = style.layers.flatMap((layer) => entriesOf(layer))
  return entries.filter(({ label }, i) => entries.findIndex((other) => other.label === label) === i)
}

function entriesOf({ metadata, sourceLayer }: StyleLayer): LegendEntry[] {
  const named = metadata['diming:legend']
  const list = Array.isArray(named) ? named : named ? [named] : []
  return list.map((entry: Partial<LegendEntry>) => ({
    label: entry.label ?? text.map.legend, sourceLayer, type: entry.type ?? 3, properties: entry.properties ?? {}, zoom: entry.zoom ?? 16,
  }))
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
