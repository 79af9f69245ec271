import { expect, test } from 'vitest'
import { formatDms } from './dms'

test.each([
  [117.7093, '117° 42′ 33.5″'], [30, '30° 00′ 00.0″'], [22.999999, '23° 00′ 00.0″'], [-0.5, '-0° 30′ 00.0″'],
])('%d degrees are written %s', (degrees, written) => {
  expect(formatDms(degrees)).toBe(written)
})
