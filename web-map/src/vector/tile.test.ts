import { expect, test } from 'vitest'
import { contains, distanceToPath, lengthOf, pointAlong } from './geometry'
import { windowOf } from './tile'

test('a tile within the data is drawn from itself', () => {
  expect(windowOf({ z: 14, x: 5, y: 9 }, 16, 512)).toEqual({ data: { z: 14, x: 5, y: 9 }, factor: 1, offsetX: 0, offsetY: 0 })
})

test('a tile beyond the data is a part of its ancestor', () => {
  expect(windowOf({ z: 18, x: 4 * 5 + 3, y: 4 * 9 + 1 }, 16, 512)).toEqual({ data: { z: 16, x: 5, y: 9 }, factor: 4, offsetX: 1536, offsetY: 512 })
})

const bent = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }]

test('a point is found along a path', () => {
  expect(lengthOf(bent)).toBe(20)
  expect(pointAlong(bent, 15)).toMatchObject({ x: 10, y: 5, angle: Math.PI / 2 })
  expect(pointAlong(bent, 99)).toMatchObject({ x: 10, y: 10 })
})

test('the distance to a path is that to its nearest part', () => {
  expect(distanceToPath({ x: 5, y: 3 }, bent)).toBe(3)
  expect(distanceToPath({ x: 13, y: 14 }, bent)).toBe(5)
})

test('a hole is outside', () => {
  const square = (low: number, high: number) => [{ x: low, y: low }, { x: high, y: low }, { x: high, y: high }, { x: low, y: high }]
  const rings = [square(0, 10), square(4, 6)]
  expect(contains(rings, { x: 2, y: 2 })).toBe(true)
  expect(contains(rings, { x: 5, y: 5 })).toBe(false)
  expect(contains(rings, { x: 12, y: 5 })).toBe(false)
})
