import { centreOf, distanceMetres, footOn, middleOf, type Path, type Position } from './measure'

export type SketchKind = 'line' | 'polygon' | 'point'

/** What is being drawn; a polygon's path does not repeat its first position. Never changed, only replaced. */
export interface Sketch {
  readonly kind: SketchKind
  readonly path: Path
}

export type End = 'start' | 'end'

/** A tenth of a millimetre, finer than anything surveyed; it keeps stored geometry free of noise. */
const DECIMALS = 9

const MINIMUM = { line: 2, polygon: 3, point: 1 } satisfies Record<SketchKind, number>

export const emptySketch = (kind: SketchKind): Sketch => ({ kind, path: [] })

export const isComplete = ({ kind, path }: Sketch): boolean => path.length >= MINIMUM[kind]

/** Adds a vertex at one end; a point has only one, which the new position replaces. */
export function append({ kind, path }: Sketch, position: Position, end: End = 'end'): Sketch {
  if (kind === 'point') return { kind, path: [position] }
  const neighbour = end === 'end' ? path.at(-1) : path[0]
  if (neighbour && same(neighbour, position)) return { kind, path }
  return { kind, path: end === 'end' ? [...path, position] : [position, ...path] }
}

/** Puts a vertex between vertex `segment` and the next one; for a polygon the last segment closes the ring. */
export function insert({ kind, path }: Sketch, segment: number, position: Position): Sketch {
  return { kind, path: path.toSpliced(segment + 1, 0, position) }
}

export function move({ kind, path }: Sketch, index: number, position: Position): Sketch {
  return { kind, path: path.with(index, position) }
}

export function remove({ kind, path }: Sketch, index: number): Sketch {
  return { kind, path: path.toSpliced(index, 1) }
}

/** Where house numbers begin is where a street begins, so its direction matters. */
export function reverse({ kind, path }: Sketch): Sketch {
  return { kind, path: path.toReversed() }
}

/** Cuts a line at the place on it nearest to a position; nothing at its very ends. */
export function split({ kind, path }: Sketch, at: Position): [Sketch, Sketch] | undefined {
  const foot = kind === 'line' ? footOn(path, at) : undefined
  if (!foot) return undefined
  const head = [...path.slice(0, foot.segment + 1), foot.position].filter(unlikeBefore)
  const tail = [foot.position, ...path.slice(foot.segment + 1)].filter(unlikeBefore)
  return head.length < 2 || tail.length < 2 ? undefined : [{ kind, path: head }, { kind, path: tail }]
}

const unlikeBefore = (position: Position, i: number, path: Path) => i === 0 || !same(path[i - 1]!, position)

/** The end of a line that a position is nearer to: what an extension continues. */
export function nearerEnd({ path }: Sketch, to: Position): End {
  if (path.length < 2) return 'end'
  return distanceMetres(path[0]!, to) < distanceMetres(path.at(-1)!, to) ? 'start' : 'end'
}

/** A centimetre apart is the same place to anybody who draws. */
function same(a: Position, b: Position): boolean {
  return distanceMetres(a, b) < 0.01
}

/** The pairs of vertices that have a line between them. */
export function segmentsOf({ kind, path }: Sketch): [Position, Position][] {
  const next = kind === 'polygon' && path.length > 2 ? [...path.slice(1), path[0]!] : path.slice(1)
  return kind === 'point' ? [] : next.map((position, i) => [path[i]!, position])
}

export function anchorOf({ kind, path }: Sketch): Position | undefined {
  return kind === 'polygon' ? centreOf(path) : middleOf(path)
}

/** West, south, east, north in degrees. */
export function boxOf({ path }: Sketch): [number, number, number, number] | undefined {
  if (path.length === 0) return undefined
  const [lons, lats] = [path.map(([lon]) => lon), path.map(([, lat]) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

export function toGeometry(sketch: Sketch): GeoJSON.Geometry | undefined {
  if (!isComplete(sketch)) return undefined
  const coordinates = sketch.path.map(([lon, lat]) => [round(lon), round(lat)])
  if (sketch.kind === 'point') return { type: 'Point', coordinates: coordinates[0]! }
  if (sketch.kind === 'line') return { type: 'LineString', coordinates }
  return { type: 'Polygon', coordinates: [[...coordinates, coordinates[0]!]] }
}

/** Of a shape in several parts the longest is taken, of an area with holes its outline. */
export function fromGeometry(geometry: GeoJSON.Geometry): Sketch | undefined {
  switch (geometry.type) {
    case 'Point': return { kind: 'point', path: [position(geometry.coordinates)] }
    case 'MultiPoint': return geometry.coordinates[0] && { kind: 'point', path: [position(geometry.coordinates[0])] }
    case 'LineString': return { kind: 'line', path: geometry.coordinates.map(position) }
    case 'MultiLineString': return { kind: 'line', path: longest(geometry.coordinates).map(position) }
    case 'Polygon': return { kind: 'polygon', path: open(geometry.coordinates[0] ?? []) }
    case 'MultiPolygon': return { kind: 'polygon', path: open(longest(geometry.coordinates.map(([outline]) => outline ?? []))) }
    default: return undefined
  }
}

const position = ([lon, lat]: GeoJSON.Position): Position => [lon!, lat!]
const open = (ring: GeoJSON.Position[]): Path => ring.slice(0, -1).map(position)
const longest = (paths: GeoJSON.Position[][]) => paths.toSorted((a, b) => b.length - a.length)[0] ?? []
const round = (degrees: number) => Number(degrees.toFixed(DECIMALS))
