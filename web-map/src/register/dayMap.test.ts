import { expect, test } from 'vitest'
import { clipped, rewritingFor, unitsOf, type DayFeature } from './dayMap'
import type { DecodedTile, TileFeature } from '@/vector/tile'

const key = { z: 14, x: 13549, y: 6726 }
const feature = (id: number, name: string, type: 1 | 2 = 1): TileFeature =>
  ({ id, type, properties: { name, rank: 3, class: type === 1 ? 'natural_village' : 'secondary' }, paths: [[{ x: 100, y: 100 }]], minX: 100, maxX: 100, minY: 100, maxY: 100 })
const tile: DecodedTile = new Map([
  ['place', { extent: 4096, features: [feature(1, '李家坪'), feature(2, '新村')] }],
  ['road', { extent: 4096, features: [feature(3, '和顺路', 2), feature(9, '', 2)] }],
  ['building', { extent: 4096, features: [feature(8, '')] }],
])
const within = { lon: 117.71, lat: 30.62 }
const point = (id: number, name: string): DayFeature => ({ id, name, category: 'NATURAL_VILLAGE', geometry: { type: 'Point', coordinates: [within.lon, within.lat] } })
const street = (id: number, name: string): DayFeature =>
  ({ id, name, category: 'STREET', geometry: { type: 'LineString', coordinates: [[within.lon, within.lat], [within.lon + 0.001, within.lat]] } })
const namesIn = (shown: DecodedTile, layer: string) => shown.get(layer)!.features.map(({ id, properties }) => `${id}${properties.name}`)

test('the tile holds the place that the test means', () => {
  const { x, y } = unitsOf(within.lon, within.lat, key, 4096)
  expect(x >= 0 && x < 4096 && y >= 0 && y < 4096).toBe(true)
})

test('a place that was not there yet is taken out, one that has gone since comes back', () => {
  const shown = rewritingFor([point(1, '李家庄'), street(7, '红旗街')], new Set([1, 2, 3]))(tile, key)
  expect(namesIn(shown, 'place')).toEqual(['1李家庄'])
  expect(namesIn(shown, 'road')).toEqual(['9', '7红旗街'])
})

test('a place keeps the manner in which it is drawn today', () => {
  const shown = rewritingFor([street(3, '红旗路')], new Set([3]))(tile, key)
  expect(shown.get('road')!.features.at(-1)!.properties).toEqual({ name: '红旗路', rank: 3, class: 'secondary' })
})

test('what today\'s tile has no room for is left out of the past too', () => {
  const crowded = new Map([...tile, ['place', { extent: 4096, features: [feature(1, '李家坪')] }]])
  const then = [point(1, '李家庄'), point(2, '旧村')]
  expect(namesIn(rewritingFor(then, new Set([1, 2]))(crowded, key), 'place')).toEqual(['1李家庄'])
  expect(namesIn(rewritingFor([point(5, '旧村')], new Set())(new Map(), { ...key, z: 9 }).set('place', { extent: 1, features: [] }), 'place')).toEqual([])
})

test('of lists that were cut off only the names are taken', () => {
  expect(namesIn(rewritingFor([point(1, '李家庄'), point(7, '旧村')], undefined)(tile, key), 'place')).toEqual(['2新村', '1李家庄'])
})

test('what is no place stays', () => {
  const shown = rewritingFor([], new Set([1, 2, 3]))(tile, key)
  expect(namesIn(shown, 'building')).toEqual(['8'])
  expect(namesIn(shown, 'road')).toEqual(['9'])
  expect(namesIn(tile, 'place')).toEqual(['1李家坪', '2新村'])
})

test('a place outside the tile is not drawn in it', () => {
  const far = { ...point(1, '李家庄'), geometry: { type: 'Point', coordinates: [110, 20] } as GeoJSON.Geometry }
  expect(namesIn(rewritingFor([far], new Set([1, 2]))(tile, key), 'place')).toEqual([])
})

test('a line is cut at the buffer and comes in parts where it leaves the tile', () => {
  const line = [{ x: -1000, y: 50 }, { x: 500, y: 50 }, { x: 500, y: 9000 }, { x: 700, y: 9000 }, { x: 700, y: 4000 }]
  expect(clipped(line, 4096)).toEqual([
    [{ x: -256, y: 50 }, { x: 500, y: 50 }, { x: 500, y: 4352 }],
    [{ x: 700, y: 4352 }, { x: 700, y: 4000 }],
  ])
  expect(clipped([{ x: -900, y: -900 }, { x: -500, y: 9000 }], 4096)).toEqual([])
})
