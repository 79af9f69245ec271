import { describe, expect, it } from 'vitest'
import { geometryOf, LineFileError, linesOf } from './lineFile'

const LINE = [[113.1, 22.9], [113.2, 22.95]]

describe('a line out of a file', () => {
  it.each([
    ['a.geojson', JSON.stringify({ type: 'LineString', coordinates: LINE })],
    ['a.geojson', JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[113.1, 22.9, 8], [113.2, 22.95, 9]] } }] })],
    ['a.wkt', 'SRID=4490;LINESTRING (113.1 22.9, 113.2 22.95)'],
    ['a.csv', '序号,经度,纬度\n1,113.1,22.9\n2,113.2,22.95'],
    ['a.csv', '点号,纬度,经度\nJ1,22.9,113.1\nJ2,22.95,113.2'],
    ['a.txt', '113.1 22.9\r\n113.2 22.95\r\n'],
    ['a.txt', '113.1 22.9 12.5\n113.2 22.95 13'],
    ['a.txt', '\uFEFF1\t113.1\t22.9\n2\t113.2\t22.95'],
  ])('%s is read', (name, text) => expect(linesOf(name, text)).toEqual([LINE]))
  it('parts that meet are one line, others are not', () => {
    const parts = linesOf('a.json', JSON.stringify({ type: 'MultiLineString', coordinates: [LINE, [[113.2, 22.95], [113.3, 22.9]], [[113.5, 22.9], [113.6, 22.9]]] }))
    expect(parts.map(({ length }) => length)).toEqual([3, 2])
    expect(geometryOf(parts).type).toBe('MultiLineString')
  })
  it.each([
    ['{', 'unreadable'], ['{"type":"Point","coordinates":[1,2]}', 'noLine'], ['hello', 'noLine'], ['LINESTRING (a b, c d)', 'unreadable'],
    ['{"type":"LineString","coordinates":[[113.1,null],["x",2]]}', 'unreadable'],
  ])('%s is refused', (text, fault) => {
    expect(() => linesOf('a', text)).toThrow(LineFileError)
    expect(() => linesOf('a', text)).toThrow(fault)
  })
})
