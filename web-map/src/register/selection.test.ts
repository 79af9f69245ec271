import { expect, test } from 'vitest'
import { all, nothing, stepTo, stretch, toggle } from './selection'

const rows = [10, 20, 30, 40, 50].map((id) => ({ id }))
const idsOf = ({ ids }: { ids: ReadonlySet<number> }) => [...ids].sort()

test('a row is chosen and given back', () => {
  const chosen = toggle(nothing, rows, 1)
  expect(idsOf(chosen)).toEqual([20])
  expect(idsOf(toggle(chosen, rows, 1))).toEqual([])
})

test('a range runs from the last single choice in either direction', () => {
  const chosen = toggle(nothing, rows, 3)
  expect(idsOf(stretch(chosen, rows, 1))).toEqual([20, 30, 40])
  expect(idsOf(stretch(stretch(chosen, rows, 1), rows, 4))).toEqual([20, 30, 40, 50])
})

test('a range without a start is the row alone', () => {
  expect(idsOf(stretch(nothing, rows, 2))).toEqual([30])
})

test('a row that is not loaded changes nothing', () => {
  expect(idsOf(toggle(all(rows), rows, 9))).toEqual([10, 20, 30, 40, 50])
})

test.each([
  ['ArrowDown', 0, 1], ['ArrowDown', 4, 4], ['ArrowUp', 0, 0], ['PageDown', 0, 3], ['PageUp', 4, 1], ['Home', 3, 0], ['End', 0, 4], ['ArrowDown', -1, 0],
])('%s from row %d leads to row %d', (key, from, to) => {
  expect(stepTo(key, from, 5, 3)).toBe(to)
})

test('other keys and empty tables lead nowhere', () => {
  expect(stepTo('a', 0, 5, 3)).toBeUndefined()
  expect(stepTo('End', -1, 0, 3)).toBeUndefined()
})
