import { expect, test } from 'vitest'
import { differenceOf, type Piece } from './difference'

const signs = { same: '', removed: '-', added: '+' }
const say = (pieces: Piece[]) => pieces.map(({ text, change }) => `${signs[change]}${text}`).join('|')

test.each([
  ['李姓聚居的山间平地。', '李姓聚居的平地。', '李姓聚居的|-山间|平地。'],
  ['李姓聚居的平地。', '李姓聚居的山间平地。', '李姓聚居的|+山间|平地。'],
  ['1958 年建村', '1985 年建村', '19|-5|8|+5| 年建村'],
  ['和顺路', '和顺路', '和顺路'],
  ['', '新写的', '+新写的'],
  ['旧的', '', '-旧的'],
  ['', '', ''],
])('"%s" becomes "%s": %s', (before, after, pieces) => {
  expect(say(differenceOf(before, after))).toBe(pieces)
})

test('texts that share next to nothing are given whole', () => {
  expect(say(differenceOf('东边的山', '西侧之河流，水大'))).toBe('-东边的山|+西侧之河流，水大')
})

test('characters outside the basic plane are not cut in half', () => {
  expect(say(differenceOf('𡒄头村', '𡐓头村'))).toBe('-𡒄|+𡐓|头村')
})

test('both texts can be read out of the pieces', () => {
  const [before, after] = ['清乾隆年间李姓自江西迁此建村，故名李家坪。', '清乾隆十二年李姓由江西瓦屑坝迁此，建村，故名。']
  const pieces = differenceOf(before, after)
  const without = (gone: string) => pieces.filter(({ change }) => change !== gone).map(({ text }) => text).join('')
  expect(without('added')).toBe(before)
  expect(without('removed')).toBe(after)
})

test('long texts with nothing in common do not keep the reader waiting', () => {
  expect(differenceOf('甲'.repeat(8000), '乙'.repeat(8000))).toHaveLength(2)
})
