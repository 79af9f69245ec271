import { distanceMetres, footOn, type Path, type Position } from './measure'

/** Something on the map that a new vertex may hold on to. */
export interface SnapTarget {
  /** the record it belongs to; absent for the sketch itself */
  id?: number
  path: Path
}

export interface Snapped {
  position: Position
  /** a vertex is a place of its own, an edge only the nearest place on a line */
  to: 'vertex' | 'edge'
  target: SnapTarget
}

/**
 * The place that a pointer means: the nearest vertex within reach, else the nearest place on a line within reach, else
 * nothing. Vertices win, because a junction is almost always meant when one is near.
 */
export function snap(at: Position, targets: readonly SnapTarget[], reachMetres: number): Snapped | undefined {
  return nearestVertex(at, targets, reachMetres) ?? nearestEdge(at, targets, reachMetres)
}

function nearestVertex(at: Position, targets: readonly SnapTarget[], reachMetres: number): Snapped | undefined {
  let [best, least]: [Snapped | undefined, number] = [undefined, reachMetres]
  for (const target of targets) {
    for (const position of target.path) {
      const distance = distanceMetres(at, position)
      if (distance <= least) [best, least] = [{ position, to: 'vertex', target }, distance]
    }
  }
  return best
}

function nearestEdge(at: Position, targets: readonly SnapTarget[], reachMetres: number): Snapped | undefined {
  let [best, least]: [Snapped | undefined, number] = [undefined, reachMetres]
  for (const target of targets) {
    const foot = footOn(target.path, at)
    if (foot && foot.distanceMetres <= least) [best, least] = [{ position: foot.position, to: 'edge', target }, foot.distanceMetres]
  }
  return best
}
