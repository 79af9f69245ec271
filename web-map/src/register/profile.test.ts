import type { ProfileSection } from '@api'
import { expect, test } from 'vitest'
import { fieldsOf, narrowed, sayAll } from './profile'

const row = (key: string, values: Record<string, unknown>, origin = 'national') => ({ key, origin, source: '《地名管理条例》第九条', values })
const sections: ProfileSection[] = [
  { name: 'rules', title: '规则', rows: [row('NAM-13', { severity: 'ERROR', title: '重名' }), row('NAM-14', { title: '同音', severity: 'ERROR', note: '省里从严' }, 'guangdong')] },
  { name: 'words', title: '词表', rows: [row('big', { title: '大', words: ['宇宙', '中央'] })] },
]

test('fields come in order, the title first and remarks last', () => {
  expect(fieldsOf(sections[0]!)).toEqual(['title', 'severity', 'note'])
})

test('words that lie in a file are shown in the place of words', () => {
  expect(fieldsOf({ name: 'words', title: '词表', rows: [row('big', { title: '大', file: 'big.txt' })] })).toEqual(['title', 'words'])
})

test.each([
  ['severity', 'WARN', ['一般不得']], ['categories', ['STREET', 'ESTATE'], ['街路巷', '住宅区、楼宇']], ['justify', true, ['是']], ['any', ['storeys >= 15', 'floorSquareMetres >= 10000'], ['层数 ≥ 15', '建筑面积（平方米） ≥ 10,000']],
  ['words', ['宇宙'], ['宇宙']], ['length', 15, ['15']], ['note', undefined, []],
] as const)('%s %s is read as %s', (field, value, said) => {
  expect(sayAll(field, value)).toEqual(said)
})

test('rows are found by their words, their articles and their key', () => {
  expect(narrowed(sections, '宇宙').map(({ name }) => name)).toEqual(['words'])
  expect(narrowed(sections, 'nam-13').flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual(['NAM-13'])
  expect(narrowed(sections, '第九条')).toHaveLength(2)
})

test('what a profile lays down itself can be seen alone', () => {
  expect(narrowed(sections, '', 'guangdong').flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual(['NAM-14'])
})
