import { expect, test } from 'vitest'
import { formatOf, formatSeconds } from './recorder'

test('the first format that the browser can write is taken', () => {
  expect(formatOf(() => true)).toBe('audio/webm;codecs=opus')
  expect(formatOf((type) => type === 'audio/mp4')).toBe('audio/mp4')
  expect(formatOf(() => false)).toBeUndefined()
})

test.each([[0, '0:00'], [7.9, '0:07'], [61, '1:01']])('%d seconds are written %s', (seconds, written) => {
  expect(formatSeconds(seconds)).toBe(written)
})
