import { expect, test } from 'vitest'
import { changesOf, divergences, merged } from './merge'

const base = { meaning: '山间平地', origin: '李姓迁此', source: '普查' }

test('only what was changed is sent', () => {
  expect(changesOf(base, { ...base, meaning: '', remark: '新' })).toEqual({ meaning: '', remark: '新' })
  expect(changesOf(base, { ...base })).toEqual({})
})

test('changes in different fields do not contest each other', () => {
  const [mine, theirs] = [{ ...base, meaning: '平地' }, { ...base, origin: '王姓迁此' }]
  expect(divergences(base, mine, theirs).map(({ field, contested }) => [field, contested])).toEqual([['meaning', false], ['origin', false]])
  expect(merged(base, mine, theirs, {})).toEqual({ meaning: '平地', origin: '王姓迁此', source: '普查' })
})

test('of two changes to one field the officer chooses, and mine is not lost without a choice', () => {
  const [mine, theirs] = [{ ...base, meaning: '甲' }, { ...base, meaning: '乙' }]
  expect(divergences(base, mine, theirs)).toEqual([{ field: 'meaning', base: '山间平地', mine: '甲', theirs: '乙', contested: true }])
  expect(merged(base, mine, theirs, { meaning: 'theirs' }).meaning).toBe('乙')
  expect(merged(base, mine, theirs, {}).meaning).toBe('甲')
})

test('the same change on both sides is no difference', () => {
  const same = { ...base, meaning: '甲' }
  expect(divergences(base, same, { ...same })).toEqual([])
})

test('a field that one side cleared stays cleared', () => {
  const mine = { meaning: '山间平地', origin: '', source: '普查' }
  expect(merged(base, mine, { ...base, source: '补查' }, {})).toEqual({ meaning: '山间平地', origin: '', source: '补查' })
})
