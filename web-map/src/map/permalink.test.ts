import { expect, test } from 'vitest'
import { formatPermalink, parsePermalink } from './permalink'

test('what a link says is read back as it was written', () => {
  const link = { zoom: 14, lat: 30.6166, lon: 117.7257, id: 20871, q: '李家坪 & 1#', at: { lon: 117.71, lat: 30.62 }, base: 'tianditu', day: '1999-10-01' }
  expect(parsePermalink(formatPermalink(link))).toEqual(link)
})

test('a link needs no position', () => {
  expect(parsePermalink('#&q=ljp')).toEqual({ q: 'ljp' })
  expect(formatPermalink({ id: 7 })).toBe('#&id=7')
})

test('nonsense in a link is left out and the rest is kept', () => {
  expect(parsePermalink('#14/95/117&id=7')).toEqual({ id: 7 })
  expect(parsePermalink('#a/b/c&id=-1&at=1,2&base=<script>')).toEqual({ at: { lon: 1, lat: 2 } })
  expect(parsePermalink('#14/30&id=99999999999999999999')).toEqual({})
  expect(parsePermalink('#//')).toEqual({})
  expect(parsePermalink('#&day=1999-02-30')).toEqual({})
})

test('a position is written to about a metre', () => {
  expect(formatPermalink({ zoom: 13.456, lat: 30.123456789, lon: 117.1 })).toBe('#13.46/30.12346/117.10000')
})
