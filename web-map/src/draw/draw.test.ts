import { describe, expect, it } from 'vitest'
import { areaSquareMetres, bearingDegrees, distanceMetres, footOn, lengthMetres, LocalPlane, middleOf, type Position } from './measure'
import { anchorOf, append, emptySketch, fromGeometry, insert, isComplete, move, nearerEnd, remove, reverse, segmentsOf, split, toGeometry, type Sketch } from './sketch'
import { snap } from './snap'
import { begin, record, redo, undo } from './undo'

const plane = new LocalPlane([113.44, 22.9])
/** a place by metres east and north of a corner in Panyu */
const at = (x: number, y: number): Position => plane.toDegrees({ x, y })
const line = (...points: [number, number][]): Sketch => ({ kind: 'line', path: points.map(([x, y]) => at(x, y)) })
const metres = ({ path }: Sketch) => path.map((position) => {
  const { x, y } = plane.toMetres(position)
  return [Math.round(x) + 0, Math.round(y) + 0]
})

describe('measuring', () => {
  it('agrees with the ellipsoid: a degree of latitude at the 23rd parallel is 110 744 m', () => {
    expect(distanceMetres([113, 22.5], [113, 23.5])).toBeCloseTo(110744, -1)
    expect(distanceMetres([113, 23], [114, 23])).toBeCloseTo(102524, -1)
  })
  it('adds up a path and finds its middle', () => {
    const path = [at(0, 0), at(100, 0), at(100, 300)]
    expect(lengthMetres(path)).toBeCloseTo(400, 1)
    expect(plane.toMetres(middleOf(path)!).y).toBeCloseTo(100, 1)
  })
  it('gives the area of a ring either way round', () => {
    const ring = [at(0, 0), at(100, 0), at(100, 50), at(0, 50)]
    expect(areaSquareMetres(ring)).toBeCloseTo(5000, 0)
    expect(areaSquareMetres(ring.toReversed())).toBeCloseTo(5000, 0)
    expect(areaSquareMetres(ring.slice(0, 2))).toBe(0)
  })
  it.each([[0, 100, 0], [100, 0, 90], [0, -100, 180], [-100, 0, 270], [100, 100, 45]])('the bearing to %d east, %d north is %d°', (x, y, degrees) => {
    expect(bearingDegrees(at(0, 0), at(x, y))).toBeCloseTo(degrees, 1)
  })
  it('finds the nearest place on a path', () => {
    const foot = footOn([at(0, 0), at(100, 0), at(100, 100)], at(60, 8))!
    expect(foot.segment).toBe(0)
    expect(foot.distanceMetres).toBeCloseTo(8, 1)
    expect(plane.toMetres(foot.position).x).toBeCloseTo(60, 1)
  })
})

describe('a sketch', () => {
  it('grows at either end', () => {
    const drawn = append(append(append(emptySketch('line'), at(0, 0)), at(50, 0)), at(-50, 0), 'start')
    expect(metres(drawn)).toEqual([[-50, 0], [0, 0], [50, 0]])
  })
  it('does not take the same place twice, as a double click would', () => {
    expect(append(line([0, 0], [50, 0]), at(50, 0.001)).path).toHaveLength(2)
  })
  it('of a point has one position only', () => {
    expect(metres(append(append(emptySketch('point'), at(0, 0)), at(9, 9)))).toEqual([[9, 9]])
  })
  it('takes a vertex between two, moves it and loses it again', () => {
    const with3 = insert(line([0, 0], [100, 0]), 0, at(50, 0))
    expect(metres(with3)).toEqual([[0, 0], [50, 0], [100, 0]])
    expect(metres(move(with3, 1, at(50, 20)))).toEqual([[0, 0], [50, 20], [100, 0]])
    expect(metres(remove(with3, 1))).toEqual([[0, 0], [100, 0]])
  })
  it('runs the other way when reversed', () => {
    expect(metres(reverse(line([0, 0], [50, 0], [50, 9])))).toEqual([[50, 9], [50, 0], [0, 0]])
  })
  it('is cut in two at a place on it, which both parts share', () => {
    const [head, tail] = split(line([0, 0], [100, 0], [100, 100]), at(40, 3))!
    expect(metres(head)).toEqual([[0, 0], [40, 0]])
    expect(metres(tail)).toEqual([[40, 0], [100, 0], [100, 100]])
  })
  it('is cut at a vertex without a double vertex', () => {
    const [head, tail] = split(line([0, 0], [100, 0], [100, 100]), at(100, 0))!
    expect(metres(head)).toEqual([[0, 0], [100, 0]])
    expect(metres(tail)).toEqual([[100, 0], [100, 100]])
  })
  it('is not cut at its ends, nor when it is an area', () => {
    expect(split(line([0, 0], [100, 0]), at(-20, 0))).toBeUndefined()
    expect(split({ ...line([0, 0], [100, 0], [50, 50]), kind: 'polygon' }, at(50, 0))).toBeUndefined()
  })
  it('is extended at the end that is nearer', () => {
    expect(nearerEnd(line([0, 0], [100, 0]), at(-30, 5))).toBe('start')
    expect(nearerEnd(line([0, 0], [100, 0]), at(130, 5))).toBe('end')
  })
  it('closes its ring only as an area', () => {
    expect(segmentsOf(line([0, 0], [9, 0], [9, 9]))).toHaveLength(2)
    expect(segmentsOf({ ...line([0, 0], [9, 0], [9, 9]), kind: 'polygon' })).toHaveLength(3)
    expect(segmentsOf({ kind: 'point', path: [at(0, 0)] })).toHaveLength(0)
  })
  it.each([['line', 1, 2], ['polygon', 2, 3], ['point', 0, 1]] as const)('as a %s is incomplete with %d positions and complete with %d', (kind, few, enough) => {
    const path = [at(0, 0), at(9, 0), at(9, 9)]
    expect(isComplete({ kind, path: path.slice(0, few) })).toBe(false)
    expect(toGeometry({ kind, path: path.slice(0, few) })).toBeUndefined()
    expect(isComplete({ kind, path: path.slice(0, enough) })).toBe(true)
  })
  it.each([line([0, 0], [50, 0]), { kind: 'polygon', path: line([0, 0], [50, 0], [50, 50]).path }, { kind: 'point', path: [at(1, 1)] }] as Sketch[])('comes back from GeoJSON as it went', (drawn) => {
    const back = fromGeometry(toGeometry(drawn)!)!
    expect(back.kind).toBe(drawn.kind)
    expect(metres(back)).toEqual(metres(drawn))
  })
  it('of several parts is the longest of them', () => {
    expect(fromGeometry({ type: 'MultiLineString', coordinates: [[[1, 1], [2, 2]], [[3, 3], [4, 4], [5, 5]]] })!.path).toHaveLength(3)
    expect(fromGeometry({ type: 'GeometryCollection', geometries: [] })).toBeUndefined()
  })
  it('hangs its leader lines on its middle', () => {
    expect(plane.toMetres(anchorOf(line([0, 0], [100, 0]))!).x).toBeCloseTo(50, 1)
    expect(anchorOf(emptySketch('line'))).toBeUndefined()
  })
})

describe('snapping', () => {
  const street = { id: 7, path: [at(0, 0), at(100, 0)] }
  it('prefers a junction to the line it lies on', () => {
    const caught = snap(at(97, 1), [street], 5)!
    expect(caught.to).toBe('vertex')
    expect(caught.position).toEqual(street.path[1])
  })
  it('holds on to the line where no vertex is near', () => {
    const caught = snap(at(50, 3), [street], 5)!
    expect(caught.to).toBe('edge')
    expect(caught.target.id).toBe(7)
    expect(plane.toMetres(caught.position).y).toBeCloseTo(0, 3)
  })
  it('lets go beyond its reach', () => expect(snap(at(50, 6), [street], 5)).toBeUndefined())
  it('takes the nearest of several', () => {
    const other = { id: 8, path: [at(0, 4), at(100, 4)] }
    expect(snap(at(50, 3), [street, other], 5)!.target.id).toBe(8)
  })
})

describe('undo', () => {
  it('takes back and brings back step by step', () => {
    const steps = record(record(begin('a'), 'b'), 'c')
    expect(undo(steps).present).toBe('b')
    expect(undo(undo(undo(steps))).present).toBe('a')
    expect(redo(undo(steps)).present).toBe('c')
    expect(redo(steps)).toBe(steps)
  })
  it('forgets what was taken back once something new is done', () => {
    const steps = record(undo(record(begin('a'), 'b')), 'c')
    expect(redo(steps).present).toBe('c')
    expect(undo(steps).present).toBe('a')
  })
  it('does not record what changed nothing', () => expect(record(begin('a'), 'a').past).toHaveLength(0))
})
