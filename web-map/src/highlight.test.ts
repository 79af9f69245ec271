import { expect, test } from 'vitest'
import { marked } from './highlight'

test('a name is cut where it was hit', () => {
  expect(marked('李家坪村', [{ start: 2, end: 3 }])).toEqual([
    { text: '李家', hit: false }, { text: '坪', hit: true }, { text: '村', hit: false },
  ])
})

test('ranges may overlap, come unsorted or lie outside', () => {
  expect(marked('白坝', [{ start: 1, end: 9 }, { start: 0, end: 2 }, { start: 5, end: 6 }])).toEqual([{ text: '白坝', hit: true }])
  expect(marked('白坝', [])).toEqual([{ text: '白坝', hit: false }])
})
