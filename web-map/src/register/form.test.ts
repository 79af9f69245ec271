import type { RegisterEntry, RegistrationField } from '@api'
import { expect, test } from 'vitest'
import { bulkFields, changeOf, faultOf, grouped, shownOf, valueOf, valuesOf } from './form'

const field = (title: string, source: RegistrationField['source'], key: string, more: Partial<RegistrationField> = {}): RegistrationField =>
  ({ title, source, key, type: 'TEXT', required: false, editable: true, choices: [], ...more })
const fields = [
  field('标准名称', 'COLUMN', 'name', { editable: false }),
  field('含义', 'COLUMN', 'meaning'),
  field('密级', 'ATTRIBUTE', 'secrecy', { choices: ['公开', '内部'] }),
  field('标牌个数', 'ATTRIBUTE', 'signCount', { type: 'INTEGER' }),
  field('东经', 'GEOMETRY', 'minLon', { editable: false }),
  field('至东经', 'GEOMETRY', 'maxLon', { editable: false }),
]
const entry = {
  name: '李家坪', meaning: '山间平地', attributes: { secrecy: '公开', signCount: 2 }, names: [{ text: '坪上', kind: 'ALIAS' }],
  geometry: { type: 'Point', coordinates: [117.7093, 30.5] },
} as unknown as RegisterEntry
const sources = { entry, media: [] }

test('a form holds the editable values as text', () => {
  expect(valuesOf(fields, sources)).toEqual({ meaning: '山间平地', secrecy: '公开', signCount: '2' })
})

test('a request gets columns by name, attributes together and numbers as numbers', () => {
  expect(changeOf({ meaning: '', signCount: '3', secrecy: '' }, fields)).toEqual({ meaning: '', attributes: { signCount: 3, secrecy: '' } })
  expect(changeOf({}, fields)).toEqual({})
})

test('columns that a change does not name travel among the attributes', () => {
  expect(changeOf({ description: '宽六米' }, [field('地理实体描述', 'COLUMN', 'description')])).toEqual({ attributes: { description: '宽六米' } })
})

test('the use is told from the status', () => {
  const use = field('使用时间', 'COLUMN', 'status', { choices: ['现今', '历史'], editable: false })
  const was = (status: string) => valueOf(use, { entry: { ...entry, status } as RegisterEntry, media: [] })
  expect([was('STANDARD'), was('RETIRED')]).toEqual(['现今', '历史'])
})

test('a code is read with its meaning', () => {
  expect(shownOf(field('类别名称', 'COLUMN', 'classCode'), { entry: { ...entry, classCode: '22200', className: '农村居民点' }, media: [] })).toBe('农村居民点 22200')
})

test('what belongs to one place cannot be set for many', () => {
  expect(bulkFields([...fields, field('图上名称', 'ATTRIBUTE', 'mapName')]).map(({ key }) => key)).toEqual(['meaning', 'secrecy', 'signCount'])
})

test('a point has one coordinate each way', () => {
  expect([valueOf(fields[4]!, sources), valueOf(fields[5]!, sources)]).toEqual(['117° 42′ 33.5″', ''])
})

test('names are given by their kind', () => {
  expect(valueOf(field('别名', 'NAMES', 'ALIAS'), sources)).toBe('坪上')
})

test.each([['INTEGER', '12', true], ['INTEGER', '1.5', false], ['NUMBER', '1.5', true], ['NUMBER', 'a', false], ['DATE', '1952', true], ['DATE', '52年', false], ['INTEGER', '', true]] as const)(
  'for %s "%s" fits: %s', (type, value, fits) => {
    expect(faultOf(field('x', 'ATTRIBUTE', 'x', { type }), value) === undefined).toBe(fits)
  })

test('a value outside the choices does not fit', () => {
  expect(faultOf(fields[2]!, '绝密')).toBeTruthy()
})

test('every field stands under one heading', () => {
  expect(grouped(fields).flatMap((group) => group.fields)).toHaveLength(fields.length)
})
