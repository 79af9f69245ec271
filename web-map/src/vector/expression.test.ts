import { expect, test } from 'vitest'
import { compile, compileFilter, compileList, parseColour } from './expression'

const feature = { id: 7, type: 2, properties: { cls: 'primary', rank: 2, name: '胜坳公路' } as Record<string, unknown> }
const evaluate = (source: unknown, zoom = 12) => compile<unknown>(source, 'fallback').evaluate(zoom, feature)

test.each([
  ['a plain value', 3, 3],
  ['nothing', undefined, 'fallback'],
  ['a property', ['get', 'name'], '胜坳公路'],
  ['a missing property', ['get', 'other'], 'fallback'],
  ['the first that is there', ['coalesce', ['get', 'other'], ['get', 'name']], '胜坳公路'],
  ['joined words', ['concat', ['get', 'name'], '（', ['to-string', ['get', 'rank']], '）'], '胜坳公路（2）'],
  ['words with braces', '{name}·{rank}', '胜坳公路·2'],
  ['a match', ['match', ['get', 'cls'], ['motorway', 'primary'], 'wide', 'narrow'], 'wide'],
  ['a match by default', ['match', ['get', 'cls'], 'lane', 'narrow', 'other'], 'other'],
  ['a case', ['case', ['>', ['get', 'rank'], 3], 'small', 'big'], 'big'],
  ['a step', ['step', ['zoom'], 1, 10, 2, 14, 3], 2],
  ['a straight line between stops', ['interpolate', ['linear'], ['zoom'], 10, 2, 14, 6], 4],
  ['below the first stop', ['interpolate', ['linear'], ['zoom'], 13, 2, 14, 6], 2],
  ['above the last stop', ['interpolate', ['linear'], ['zoom'], 8, 2, 10, 6], 6],
  ['stops of older styles', { stops: [[10, 2], [14, 6]] }, 4],
  ['colours between stops', ['interpolate', ['linear'], ['zoom'], 10, '#000000', 14, '#ffffff'], 'rgba(128,128,128,1)'],
  ['a property inside stops', ['interpolate', ['linear'], ['zoom'], 10, ['get', 'rank'], 14, 6], 4],
  ['arithmetic', ['-', ['*', ['get', 'rank'], 5], ['/', 8, 4]], 8],
  ['the geometry', ['geometry-type'], 'LineString'],
  ['the number', ['id'], 7],
])('%s', (_, source, value) => expect(evaluate(source)).toEqual(value))

test('an exponential curve rises late', () => {
  expect(evaluate(['interpolate', ['exponential', 2], ['zoom'], 10, 0, 14, 15])).toBe(3)
})

test.each([
  [undefined, true],
  [['==', ['get', 'cls'], 'primary'], true],
  [['==', 'cls', 'primary'], true],
  [['!=', 'cls', 'primary'], false],
  [['in', 'cls', 'lane', 'primary'], true],
  [['in', ['get', 'cls'], ['literal', ['lane', 'street']]], false],
  [['!in', 'cls', 'lane'], true],
  [['all', ['==', '$type', 'LineString'], ['<=', 'rank', 2]], true],
  [['any', ['has', 'other'], ['>', ['get', 'rank'], 5]], false],
  [['!has', 'other'], true],
  [['==', '$id', 7], true],
])('the filter %j says %s', (filter, passes) => expect(compileFilter(filter)(12, feature)).toBe(passes))

test('it is known which values depend on the zoom alone', () => {
  expect(compile(['interpolate', ['linear'], ['zoom'], 1, 2, 3, 4], 0).perFeature).toBe(false)
  expect(compile(['match', ['get', 'cls'], 'a', 1, 2], 0).perFeature).toBe(true)
  expect(compile('{name}', '').perFeature).toBe(true)
})

test('a list of words is no expression', () => {
  expect(compileList(['left', 'right']).evaluate(1, feature)).toEqual(['left', 'right'])
  expect(compileList(['step', ['zoom'], ['literal', ['a']], 10, ['literal', ['b']]]).evaluate(12, feature)).toEqual(['b'])
})

test('an unknown expression is an error when the style is read', () => {
  expect(() => compile(['frobnicate', 1], 0)).toThrow('frobnicate')
})

test('colours are read in their usual spellings', () => {
  expect(parseColour('#f00')).toEqual([255, 0, 0, 1])
  expect(parseColour('rgba(1, 2, 3, 0.5)')).toEqual([1, 2, 3, 0.5])
  expect(parseColour('red')).toBeUndefined()
})
