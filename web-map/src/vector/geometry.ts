import type { XY } from './tile'

export function lengthOf(path: XY[]): number {
  let length = 0
  for (let i = 1; i < path.length; i++) length += Math.hypot(path[i]!.x - path[i - 1]!.x, path[i]!.y - path[i - 1]!.y)
  return length
}

/** The point `distance` along the path and the direction there, radians clockwise from +x (y grows downwards). */
export function pointAlong(path: XY[], distance: number): XY & { angle: number } {
  let left = distance
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [path[i - 1]!, path[i]!]
    const step = Math.hypot(to.x - from.x, to.y - from.y)
    if (step === 0) continue
    if (left <= step || i === path.length - 1) {
      const part = Math.min(left / step, 1)
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, angle: Math.atan2(to.y - from.y, to.x - from.x) }
    }
    left -= step
  }
  return { ...(path[0] ?? { x: 0, y: 0 }), angle: 0 }
}

export function distanceToPath(point: XY, path: XY[]): number {
  let nearest = path.length === 1 ? Math.hypot(point.x - path[0]!.x, point.y - path[0]!.y) : Infinity
  for (let i = 1; i < path.length; i++) nearest = Math.min(nearest, distanceToSegment(point, path[i - 1]!, path[i]!))
  return nearest
}

function distanceToSegment(point: XY, from: XY, to: XY): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const squared = dx * dx + dy * dy
  const part = squared === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared))
  return Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy)
}

/** Even–odd rule over all rings, so holes and parts need no sorting. */
export function contains(rings: XY[][], point: XY): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i]!, ring[j]!]
      if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
    }
  }
  return inside
}

/** Joins paths that meet end to end, so that a name finds room that no single part has. */
export function joined(paths: XY[][]): XY[][] {
  const open = paths.filter((path) => path.length > 1)
  const keyOf = ({ x, y }: XY) => `${x}/${y}`
  for (let again = true; again;) {
    again = false
    const ends = new Map<string, number>()
    for (let i = 0; i < open.length && !again; i++) {
      const path = open[i]!
      for (const key of new Set([keyOf(path[0]!), keyOf(path.at(-1)!)])) {
        const other = ends.get(key)
        if (other === undefined) ends.set(key, i)
        else if (other !== i) {
          const first = keyOf(open[other]!.at(-1)!) === key ? open[other]! : open[other]!.toReversed()
          const second = keyOf(path[0]!) === key ? path : path.toReversed()
          open[other] = [...first, ...second.slice(1)]
          open.splice(i, 1)
          again = true
          break
        }
      }
    }
  }
  return open
}
