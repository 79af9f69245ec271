import { contains, distanceToPath } from './geometry'
import { isVisible, type CircleLayer, type LineLayer, type Style, type StyleLayer } from './style'
import type { DecodedTile, TileFeature, XY } from './tile'

/** What lies under the pointer. */
export interface Picked {
  id: number
  layer: string
  sourceLayer: string
  properties: Record<string, unknown>
}

/** Fingers and pointers miss by this many pixels. */
const TOLERANCE = 6

/**
 * The topmost feature with an id at a point of one tile: pixels from its corner, scaleOf gives pixels per tile unit.
 * Points and lines win over areas, since an area is easy to hit elsewhere.
 */
export function pickInTile(
  tile: DecodedTile, style: Style, zoom: number, point: XY, scaleOf: (extent: number) => number,
  pickable: (layer: StyleLayer) => boolean,
): Picked | undefined {
  let area: Picked | undefined
  for (const layer of style.layers.toReversed()) {
    const data = tile.get(layer.sourceLayer)
    if (!data || layer.type === 'symbol' || !isVisible(layer, zoom) || !pickable(layer)) continue
    const scale = scaleOf(data.extent)
    const at = { x: point.x / scale, y: point.y / scale }
    const hit = data.features.findLast((feature) => isHit(layer, feature, zoom, at, scale) && layer.accepts(zoom, feature))
    if (!hit) continue
    const picked = { id: hit.id!, layer: layer.id, sourceLayer: layer.sourceLayer, properties: hit.properties }
    if (layer.type !== 'fill') return picked
    area ??= picked
  }
  return area
}

function isHit(layer: StyleLayer, feature: TileFeature, zoom: number, at: XY, scale: number): boolean {
  if (feature.id === undefined) return false
  const reach = reachOf(layer, feature, zoom) / scale
  if (at.x < feature.minX - reach || at.x > feature.maxX + reach || at.y < feature.minY - reach || at.y > feature.maxY + reach) return false
  if (layer.type === 'fill') return feature.type === 3 && contains(feature.paths, at)
  if (layer.type === 'line') return feature.paths.some((path) => distanceToPath(at, path) <= reach)
  return feature.paths.flat().some((centre) => Math.hypot(centre.x - at.x, centre.y - at.y) <= reach)
}

function reachOf(layer: StyleLayer, feature: TileFeature, zoom: number): number {
  if (layer.type === 'fill') return 0
  if (layer.type === 'line') return (layer as LineLayer).width.evaluate(zoom, feature) / 2 + TOLERANCE / 2
  return (layer as CircleLayer).radius.evaluate(zoom, feature) + TOLERANCE
}
