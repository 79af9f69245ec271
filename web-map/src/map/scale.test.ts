import { expect, test } from 'vitest'
import { roundLength } from './scale'

test.each([[1100, 1000], [999, 500], [340, 300], [29, 20], [1, 1], [50, 50]])('a bar of at most %d metres shows %d', (widest, shown) => {
  expect(roundLength(widest)).toBe(shown)
})
