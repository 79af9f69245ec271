import { expect, test } from 'vitest'
import { compileStyle } from '@/vector/style'
import { layersOf, legendOf } from './legend'

const line = (id: string, more: object = {}) => ({ id, type: 'line', 'source-layer': 'road', ...more })
const style = compileStyle({
  layers: [
    line('street-casing'),
    line('street', { metadata: { 'diming:legend': '街道' } }),
    line('motorway', { minzoom: 5, maxzoom: 12, metadata: { 'diming:legend': '高速公路' } }),
    { id: 'school-text', type: 'symbol', 'source-layer': 'facility' },
    { id: 'school', type: 'symbol', 'source-layer': 'facility', minzoom: 13, layout: { 'icon-image': 'school' }, metadata: { 'diming:legend': '学校' } },
  ],
})
const labels = (zoom: number) => legendOf(style, zoom, ['road', 'facility']).map(({ label }) => label)

test('the legend explains what is drawn at the zoom, the greatest first', () => {
  expect(labels(10)).toEqual(['高速公路', '街道'])
  expect(labels(14)).toEqual(['学校', '街道'])
  expect(legendOf(style, 14, ['road'])).toHaveLength(1)
})

test('a swatch is drawn at a zoom at which its symbol is drawn', () => {
  expect(legendOf(style, 10, ['road']).map(({ zoom }) => zoom)).toEqual([11, 15])
})

test('casing and name belong to their symbol', () => {
  expect(layersOf(style, 'street').map(({ id }) => id)).toEqual(['street-casing', 'street'])
  expect(layersOf(style, 'school').map(({ id }) => id)).toEqual(['school-text', 'school'])
})
