import { beforeEach, describe, expect, it } from 'vitest'
import { Drawing, hitOf } from './drawing'
import { LocalPlane, type Position } from './measure'

const plane = new LocalPlane([113.44, 22.9])
const at = (x: number, y: number): Position => plane.toDegrees({ x, y })

describe('drawing a street', () => {
  let drawing: Drawing
  const shape = () => drawing.sketch.value.path.map((position) => {
    const { x, y } = plane.toMetres(position)
    return `${Math.round(x)} ${Math.round(y)}`.replaceAll('-0', '0')
  }).join(', ')

  beforeEach(() => {
    drawing = new Drawing()
    for (const position of [at(0, 0), at(100, 0), at(200, 0)]) drawing.click(position)
  })

  it('ends with a click on the newest vertex', () => {
    drawing.click(at(200, 0), { part: 'vertex', index: 2 })
    expect(drawing.tool.value).toBe('edit')
    expect(shape()).toBe('0 0, 100 0, 200 0')
  })
  it('loses its newest vertex by backspace and gets it back by undo', () => {
    drawing.deleteVertex()
    expect(shape()).toBe('0 0, 100 0')
    drawing.undo()
    expect(shape()).toBe('0 0, 100 0, 200 0')
  })
  it('moves a vertex in one step', () => {
    drawing.finish()
    drawing.drag({ part: 'vertex', index: 1 }, at(100, 10))
    drawing.drag({ part: 'vertex', index: 1 }, at(100, 20))
    drawing.drop()
    expect(shape()).toBe('0 0, 100 20, 200 0')
    drawing.undo()
    expect(shape()).toBe('0 0, 100 0, 200 0')
  })
  it('draws a new vertex out of a segment', () => {
    drawing.finish()
    drawing.drag({ part: 'segment', index: 0 }, at(50, 5))
    drawing.drop()
    expect(shape()).toBe('0 0, 50 5, 100 0, 200 0')
    expect(drawing.selected.value).toBe(1)
  })
  it('gives a movement up on Esc', () => {
    drawing.finish()
    drawing.drag({ part: 'vertex', index: 1 }, at(100, 20))
    drawing.cancel()
    expect(shape()).toBe('0 0, 100 0, 200 0')
  })
  it('is extended at the nearer end and goes on there', () => {
    drawing.finish()
    drawing.use('extend')
    drawing.click(at(-50, 0))
    drawing.click(at(-80, 0))
    expect(shape()).toBe('-80 0, -50 0, 0 0, 100 0, 200 0')
  })
  it('is cut, and keeps the part that is clicked', () => {
    drawing.finish()
    drawing.use('split')
    drawing.click(at(150, 1))
    expect(drawing.tool.value).toBe('keep')
    drawing.click(at(190, 0))
    expect(shape()).toBe('150 0, 200 0')
    drawing.undo()
    expect(shape()).toBe('0 0, 100 0, 200 0')
  })
  it('stays in the cutting tool when the cut is no cut', () => {
    drawing.finish()
    drawing.use('split')
    drawing.click(at(0, 0))
    expect(drawing.tool.value).toBe('split')
    expect(drawing.pieces.value).toBeUndefined()
  })
  it('is drawn on at its other end after reversing', () => {
    drawing.reverse()
    drawing.click(at(300, 0))
    expect(shape()).toBe('300 0, 200 0, 100 0, 0 0')
  })
  it('can be had back after another kind was begun', () => {
    drawing.start('polygon')
    expect(shape()).toBe('')
    drawing.undo()
    expect(shape()).toBe('0 0, 100 0, 200 0')
  })
  it('goes on drawing when undo leaves too little', () => {
    drawing.finish()
    drawing.undo()
    drawing.undo()
    expect(drawing.tool.value).toBe('draw')
  })
})

it('a polygon closes on its first vertex', () => {
  const drawing = new Drawing()
  drawing.start('polygon')
  for (const position of [at(0, 0), at(100, 0), at(100, 50)]) drawing.click(position)
  drawing.click(at(0, 0), { part: 'vertex', index: 0 })
  expect(drawing.tool.value).toBe('edit')
  expect(drawing.sketch.value.path).toHaveLength(3)
})

it('a point is done with one click, and the next moves it', () => {
  const drawing = new Drawing()
  drawing.start('point')
  drawing.click(at(5, 5))
  expect(drawing.tool.value).toBe('edit')
  drawing.click(at(8, 8))
  expect(drawing.sketch.value.path).toEqual([at(8, 8)])
})

it('a vertex is hit before the segments that end in it', () => {
  const sketch = { kind: 'line', path: [at(0, 0), at(100, 0)] } as const
  expect(hitOf(sketch, at(3, 1), 5)).toEqual({ part: 'vertex', index: 0 })
  expect(hitOf(sketch, at(50, 1), 5)).toEqual({ part: 'segment', index: 0 })
  expect(hitOf(sketch, at(50, 9), 5)).toBeUndefined()
})
