/** Longitude and latitude in degrees, CGCS2000. */
export type Position = readonly [number, number]
export type Path = readonly Position[]

interface XY {
  x: number
  y: number
}

/** The ellipsoid of CGCS2000 (GB 22021-2008). */
const SEMI_MAJOR = 6378137
const FLATTENING = 1 / 298.257222101
const ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING)
const RADIANS = Math.PI / 180

/** Metres east and north in the plane that touches the ellipsoid at the origin: true to a millimetre over a village. */
export class LocalPlane {
  private readonly east: number
  private readonly north: number

  constructor(private readonly origin: Position) {
    const sin = Math.sin(origin[1] * RADIANS)
    const w = Math.sqrt(1 - ECCENTRICITY_2 * sin * sin)
    this.east = (SEMI_MAJOR / w) * Math.cos(origin[1] * RADIANS) * RADIANS
    this.north = ((SEMI_MAJOR * (1 - ECCENTRICITY_2)) / (w * w * w)) * RADIANS
  }

  toMetres([lon, lat]: Position): XY {
    return { x: (lon - this.origin[0]) * this.east, y: (lat - this.origin[1]) * this.north }
  }

  toDegrees({ x, y }: XY): Position {
    return [this.origin[0] + x / this.east, this.origin[1] + y / this.north]
  }
}

const between = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

export function distanceMetres(a: Position, b: Position): number {
  const plane = new LocalPlane(between(a, b))
  const [from, to] = [plane.toMetres(a), plane.toMetres(b)]
  return Math.hypot(to.x - from.x, to.y - from.y)
}

export function lengthMetres(path: Path): number {
  return path.slice(1).reduce((sum, position, i) => sum + distanceMetres(path[i]!, position), 0)
}

/** Of a ring that does not repeat its first position, whichever way it runs. */
export function areaSquareMetres(ring: Path): number {
  if (ring.length < 3) return 0
  const plane = new LocalPlane(ring[0]!)
  const points = ring.map((position) => plane.toMetres(position))
  const doubled = points.reduce((sum, { x, y }, i) => {
    const next = points[(i + 1) % points.length]!
    return sum + x * next.y - next.x * y
  }, 0)
  return Math.abs(doubled) / 2
}

/** Degrees clockwise from north, 0 to 360. */
export function bearingDegrees(from: Position, to: Position): number {
  const plane = new LocalPlane(between(from, to))
  const [a, b] = [plane.toMetres(from), plane.toMetres(to)]
  return (Math.atan2(b.x - a.x, b.y - a.y) / RADIANS + 360) % 360
}

/** The place on the path that is nearest to a position. */
export interface Foot {
  position: Position
  /** index of the segment's first vertex */
  segment: number
  distanceMetres: number
}

export function footOn(path: Path, at: Position): Foot | undefined {
  const plane = new LocalPlane(at)
  const points = path.map((position) => plane.toMetres(position))
  let best: Foot | undefined
  for (let i = 0; i + 1 < points.length; i++) {
    const foot = footOnSegment(points[i]!, points[i + 1]!)
    const distance = Math.hypot(foot.x, foot.y)
    if (!best || distance < best.distanceMetres) best = { position: plane.toDegrees(foot), segment: i, distanceMetres: distance }
  }
  return best
}

/** Nearest to the origin of the plane. */
function footOnSegment(from: XY, to: XY): XY {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const squared = dx * dx + dy * dy
  const part = squared === 0 ? 0 : Math.max(0, Math.min(1, -(from.x * dx + from.y * dy) / squared))
  return { x: from.x + part * dx, y: from.y + part * dy }
}

/** The middle of a line's length, the vertex mean of a ring, or the point itself: where a leader line may start. */
export function middleOf(path: Path): Position | undefined {
  if (path.length < 2) return path[0]
  let left = lengthMetres(path) / 2
  for (let i = 0; i + 1 < path.length; i++) {
    const step = distanceMetres(path[i]!, path[i + 1]!)
    if (left <= step && step > 0) return along(path[i]!, path[i + 1]!, left / step)
    left -= step
  }
  return path.at(-1)
}

export function centreOf(ring: Path): Position | undefined {
  if (ring.length === 0) return undefined
  return [ring.reduce((sum, [lon]) => sum + lon, 0) / ring.length, ring.reduce((sum, [, lat]) => sum + lat, 0) / ring.length]
}

function along(a: Position, b: Position, part: number): Position {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
}
