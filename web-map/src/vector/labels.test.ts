import { expect, test } from 'vitest'
import { joined } from './geometry'
import { candidatesOf, cssFont, placeLabels, wrap, writeAlong, type Candidate } from './labels'
import { compileStyle, type SymbolLayer } from './style'
import type { XY } from './tile'

/** Every character is as wide as the font is high. */
const measure = (text: string, font: string) => [...text].length * Number(/(\d+)px/.exec(font)![1])

function layer(layout: Record<string, unknown> = {}): SymbolLayer {
  const document = { id: 'names', type: 'symbol', 'source-layer': 'place', layout: { 'text-field': ['get', 'name'], 'text-size': 10, 'text-padding': 0, ...layout } }
  return compileStyle({ layers: [document] }).layers[0] as SymbolLayer
}

let nextId = 1
function candidate(text: string, path: XY[], more: Partial<Candidate> = {}): Candidate {
  const feature = { id: nextId++, type: path.length > 1 ? 2 : 1, properties: { name: text }, paths: [path], minX: 0, minY: 0, maxX: 0, maxY: 0 }
  return { layer: layer(), feature, text, path, alongLine: path.length > 1, order: 0, sortKey: 0, ...more }
}

const placed = (candidates: Candidate[]) => placeLabels(candidates, 14, measure).map(({ text }) => text)

test('two names never overlap, and the more important one is written', () => {
  const near = [candidate('小村', [{ x: 0, y: 0 }], { sortKey: 5 }), candidate('大镇', [{ x: 12, y: 3 }], { sortKey: 1 })]
  expect(placed(near)).toEqual(['大镇'])
  expect(placed([near[0]!, candidate('远村', [{ x: 60, y: 0 }])]).sort()).toEqual(['小村', '远村'])
})

test('a layer further up in the style comes first', () => {
  expect(placed([candidate('下', [{ x: 0, y: 0 }], { order: 1 }), candidate('上', [{ x: 5, y: 0 }], { order: 2 })])).toEqual(['上'])
})

test('the outcome does not depend on the order of the tiles', () => {
  const many = Array.from({ length: 40 }, (_, i) => candidate(`村${i}`, [{ x: (i * 37) % 100, y: (i * 53) % 100 }]))
  expect(placed([...many].reverse()).sort()).toEqual(placed(many).sort())
})

test('a name moves to another side when the first is taken', () => {
  const sides = layer({ 'text-variable-anchor': ['left', 'right'], 'text-radial-offset': 0.5 })
  const [first] = placeLabels([candidate('甲', [{ x: 0, y: 0 }], { layer: sides })], 14, measure)
  expect(first!.glyphs[0]).toMatchObject({ x: 10, y: 0 })
  const beside = placeLabels([candidate('墙', [{ x: 10, y: 0 }], { order: 1 }), candidate('甲', [{ x: 0, y: 0 }], { layer: sides })], 14, measure)
  expect(beside[1]!.glyphs[0]).toMatchObject({ x: -10, y: 0 })
})

test('a number keeps off the symbols that are drawn above it, but not off its own or those below', () => {
  const at = [{ x: 0, y: 0 }]
  const dot = { minX: -4, maxX: 4, minY: -4, maxY: 4, order: 3, id: 99 }
  const number = (more: Partial<Candidate> = {}) => candidate('12', at, { order: 2, ...more })
  const write = (one: Candidate, symbol = dot) => placeLabels([one], 14, measure, [symbol]).map(({ glyphs }) => glyphs[0]!.y)
  expect(write(number())).toEqual([])
  expect(write(number(), { ...dot, order: 1 })).toEqual([0])
  const own = number()
  expect(write(own, { ...dot, id: own.feature.id! })).toEqual([0])
  const sides = layer({ 'text-variable-anchor': ['center', 'bottom'], 'text-radial-offset': 0.6 })
  expect(write(number({ layer: sides }))).toEqual([-11])
})

test('a name along a line is not repeated within its spacing', () => {
  const line = [{ x: 0, y: 0 }, { x: 100, y: 0 }]
  const next = [{ x: 100, y: 0 }, { x: 200, y: 0 }]
  expect(placed([candidate('长街', line), candidate('长街', next)])).toEqual(['长街'])
  const far = [{ x: 400, y: 0 }, { x: 500, y: 0 }]
  expect(placed([candidate('长街', line), candidate('长街', far)])).toEqual(['长街', '长街'])
})

test('a line too short for its name stays without', () => {
  expect(placed([candidate('很长的街名', [{ x: 0, y: 0 }, { x: 40, y: 0 }])])).toEqual([])
})

test('on a flat line the characters run to the right, whichever way the line was drawn', () => {
  const glyphs = (path: XY[]) => writeAlong(path, 40, 20, ['东', '街'], [10, 10], 0)!
  const there = glyphs([{ x: 0, y: 0 }, { x: 100, y: 0 }])
  const back = glyphs([{ x: 100, y: 0 }, { x: 0, y: 0 }])
  for (const [first, second] of [there, back]) {
    expect(first!.x).toBeLessThan(second!.x)
    expect(first!.angle).toBeCloseTo(0)
  }
})

test('on a steep line Han characters run downwards and stand upright', () => {
  const [first, second] = writeAlong([{ x: 0, y: 100 }, { x: 0, y: 0 }], 40, 20, ['南', '巷'], [10, 10], 0)!
  expect(first!.y).toBeLessThan(second!.y)
  expect(first!.angle).toBeCloseTo(0)
})

test('letters and digits on a steep line are turned with it', () => {
  const [run] = writeAlong([{ x: 0, y: 0 }, { x: 60, y: 100 }], 40, 20, ['X022'], [20], 0)!
  expect(run!.angle).toBeCloseTo(Math.atan2(100, 60))
})

test('nothing is written around a sharp bend', () => {
  expect(writeAlong([{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 50, y: 50 }], 30, 40, ['转', '角', '街', '巷'], [10, 10, 10, 10], 0)).toBeUndefined()
})

test('long names are broken into lines of about equal length', () => {
  const size = (text: string) => measure(text, '10px')
  expect(wrap('白坝镇人民政府', 100, size)).toEqual(['白坝镇人民政府'])
  expect(wrap('白坝镇人民政府办公室', 60, size)).toEqual(['白坝镇人民', '政府办公室'])
  expect(wrap('Baiba Town Office', 100, size)).toEqual(['Baiba', 'Town', 'Office'])
})

test('a font stack only hints at weight and kind', () => {
  expect(cssFont(['Noto Sans Bold'], 12)).toMatch(/^600 12px .*sans-serif/)
  expect(cssFont(['Noto Serif Italic'], 12)).toMatch(/^italic 400 12px .*SimSun.*serif/)
})

test('around a sharp bend characters would run into each other, so there is no name', () => {
  const hairpin = [{ x: 0, y: 0 }, { x: 30, y: 0 }, { x: 0, y: 3 }]
  expect(writeAlong(hairpin, 15, 30, [...'弯路口'], [10, 10, 10], 0)).toBeUndefined()
})

test('a road number stays level on its plate, however steep the road', () => {
  const document = { id: 'number', type: 'symbol', 'source-layer': 'road', metadata: { 'diming:shield': ['#ffffff', '#cccccc'] }, layout: { 'text-field': '{ref}', 'text-size': 10, 'symbol-placement': 'line' } }
  const plate = compileStyle({ layers: [document] }).layers[0] as SymbolLayer
  const [label] = placeLabels([candidate('G224', [{ x: 0, y: 0 }, { x: 4, y: 200 }], { layer: plate })], 14, measure)
  expect(label!.glyphs).toEqual([{ text: 'G224', x: expect.closeTo(2), y: expect.closeTo(100), angle: 0 }])
  expect(label!.boxes).toHaveLength(1)
})

test('a picture takes its room, and a name does not cover it', () => {
  const document = { id: 'school', type: 'symbol', 'source-layer': 'facility', layout: { 'icon-image': 'school', 'icon-size': 1 } }
  const layer = compileStyle({ layers: [document] }).layers[0] as SymbolLayer
  const picture = candidate('', [{ x: 0, y: 0 }], { layer, icon: 'school', order: 1 })
  expect(placeLabels([picture, candidate('村', [{ x: 5, y: 5 }])], 14, measure).map(({ icon }) => icon)).toEqual(['school'])
})

test('parts of a street that meet are lettered as one', () => {
  const parts = [[{ x: 0, y: 0 }, { x: 30, y: 0 }], [{ x: 60, y: 0 }, { x: 30, y: 0 }], [{ x: 90, y: 90 }, { x: 99, y: 99 }]]
  expect(joined(parts).map((path) => path.length).sort()).toEqual([2, 3])
  const style = compileStyle({ layers: [{ id: 'names', type: 'symbol', 'source-layer': 'road', layout: { 'text-field': '{name}', 'text-size': 10, 'symbol-placement': 'line' } }] })
  const features = parts.map((path, i) => ({ id: i, type: 2, properties: { name: '长长的街' }, paths: [path], minX: 0, minY: 0, maxX: 99, maxY: 99 }))
  const tile = new Map([['road', { extent: 100, features }]])
  const candidates = candidatesOf(tile, style, 14, (point) => point, () => true, new Set())
  expect(candidates).toHaveLength(2)
  expect(placeLabels(candidates, 14, measure)).toHaveLength(1)
})
