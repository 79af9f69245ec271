import type { DecodedTile, TileFeature, TileKey, TileLayer, XY } from '@/vector/tile'
import type { Rewriting } from '@/vector/tileData'

/** A place as it was on the day that the map shows: longitude and latitude in degrees. */
export interface DayFeature {
  id: number
  name: string
  category: string
  geometry: GeoJSON.Geometry
}

/** The layers in which places are drawn: points, streets, waters. */
const PLACE_LAYERS = ['place', 'road', 'water_line'] as const
const EXTENT = 4096
/** Lines are cut this far outside the tile, so that their ends and joins are not seen. */
const BUFFER = 256

/** A place that is on no map of today appears from this zoom on, as small streets and villages do. */
const FIRST_ZOOM = 12

/**
 * Shows tiles as they were on another day: places that are in today's tiles but were not there then are taken out, the
 * others get that day's name and shape, and places that have gone since come back. What is no place, such as ground and
 * buildings, stays as it is today, and what today's tile leaves out for want of room is left out for that day too.
 *
 * @param then the places of the day in view
 * @param now the numbers of today's places in view; nothing when either list was cut off, and only names can be changed
 */
export function rewritingFor(then: DayFeature[], now: ReadonlySet<number> | undefined): Rewriting {
  const past = new Map(then.map((feature) => [feature.id, feature]))
  return (tile, key) => {
    const shown: DecodedTile = new Map(tile)
    const today = new Map<number, TileFeature>()
    for (const name of PLACE_LAYERS) {
      const layer = tile.get(name)
      if (!layer) continue
      shown.set(name, { ...layer, features: layer.features.filter(({ id = -1 }) => !now?.has(id) && !past.has(id)) })
      for (const feature of layer.features) if (feature.id !== undefined) today.set(feature.id, feature)
    }
    for (const feature of past.values()) {
      const isGone = now !== undefined && !now.has(feature.id) && key.z >= FIRST_ZOOM
      if (today.has(feature.id) || isGone) add(shown, feature, key, today.get(feature.id))
    }
    return shown
  }
}

/** Draws a past place in the manner of today's, or as its category is usually drawn. */
function add(tile: DecodedTile, { id, name, category, geometry }: DayFeature, key: TileKey, today: TileFeature | undefined): void {
  const lines = linesOf(geometry)
  const layerName = !lines ? 'place' : category === 'STREET' ? 'road' : 'water_line'
  const layer: TileLayer = tile.get(layerName) ?? { extent: EXTENT, features: [] }
  const toUnits = ([lon, lat]: number[]) => unitsOf(lon!, lat!, key, layer.extent)
  const paths = lines ? lines.flatMap((line) => clipped(line.map(toUnits), layer.extent)) : pointOf(geometry).filter((point) => inside(toUnits(point), layer.extent)).map((point) => [toUnits(point)])
  if (paths.length === 0) return
  const manner = today?.properties ?? { class: lines ? (layerName === 'road' ? 'street' : 'river') : category.toLowerCase(), rank: 5 }
  const feature: TileFeature = { id, type: lines ? 2 : 1, properties: { ...manner, name }, paths, ...boxOf(paths) }
  tile.set(layerName, { ...layer, features: [...layer.features, feature] })
}

function linesOf(geometry: GeoJSON.Geometry): number[][][] | undefined {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return geometry.type === 'MultiLineString' ? geometry.coordinates : undefined
}

/** One point for whatever is no line: the middle of an area's box is where its name is written. */
function pointOf(geometry: GeoJSON.Geometry): number[][] {
  const points: number[][] = []
  const collect = (part: unknown): void => {
    if (Array.isArray(part) && typeof part[0] === 'number') points.push(part as number[])
    else if (Array.isArray(part)) part.forEach(collect)
  }
  if (geometry.type === 'GeometryCollection') geometry.geometries.forEach((part) => collect('coordinates' in part ? part.coordinates : []))
  else collect(geometry.coordinates)
  if (points.length === 0) return []
  const [lons, lats] = [points.map(([lon]) => lon!), points.map(([, lat]) => lat!)]
  const middle = (values: number[]) => (values.reduce((low, value) => Math.min(low, value), Infinity) + values.reduce((high, value) => Math.max(high, value), -Infinity)) / 2
  return [[middle(lons), middle(lats)]]
}

/** Web Mercator, as the tiles are cut. */
export function unitsOf(lon: number, lat: number, { z, x, y }: TileKey, extent: number): XY {
  const tiles = 2 ** z
  const sine = Math.sin((lat * Math.PI) / 180)
  const worldX = (lon / 360 + 0.5) * tiles
  const worldY = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * tiles
  return { x: (worldX - x) * extent, y: (worldY - y) * extent }
}

const inside = ({ x, y }: XY, extent: number) => x >= -BUFFER && y >= -BUFFER && x <= extent + BUFFER && y <= extent + BUFFER

/** The parts of a line within the tile and its buffer (Liang–Barsky for each stretch). */
export function clipped(line: XY[], extent: number): XY[][] {
  const parts: XY[][] = []
  let part: XY[] = []
  for (let i = 1; i < line.length; i++) {
    const cut = stretchWithin(line[i - 1]!, line[i]!, extent)
    if (!cut) continue
    const [from, to] = cut
    const last = part.at(-1)
    if (!last || last.x !== from.x || last.y !== from.y) parts.push((part = [from]))
    part.push(to)
  }
  return parts
}

function stretchWithin(a: XY, b: XY, extent: number): [XY, XY] | undefined {
  let [enter, leave] = [0, 1]
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  for (const [step, room] of [[-dx, a.x + BUFFER], [dx, extent + BUFFER - a.x], [-dy, a.y + BUFFER], [dy, extent + BUFFER - a.y]] as const) {
    if (step === 0 && room < 0) return undefined
    if (step < 0) enter = Math.max(enter, room / step)
    if (step > 0) leave = Math.min(leave, room / step)
  }
  if (enter > leave) return undefined
  const at = (part: number): XY => (part === 0 ? a : part === 1 ? b : { x: a.x + part * dx, y: a.y + part * dy })
  return [at(enter), at(leave)]
}

function boxOf(paths: XY[][]) {
  const points = paths.flat()
  return {
    minX: Math.min(...points.map(({ x }) => x)), maxX: Math.max(...points.map(({ x }) => x)),
    minY: Math.min(...points.map(({ y }) => y)), maxY: Math.max(...points.map(({ y }) => y)),
  }
}
