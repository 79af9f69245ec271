import type { RegisterTimeline } from '@api'
import { expect, test } from 'vitest'
import { dateOf } from './days'
import { axisEventsOf, itemsOf, spansOf, spansOfNames, titleOf } from './timeline'

const day = (text: string) => dateOf(text)!
const recordedAt = new Date(0)
const state = (name: string, from: string | undefined, to: string | undefined, more = {}) =>
  ({ name, from: dateOf(from), to: dateOf(to), status: 'STANDARD', current: to === undefined, corrected: false, recordedAt, changes: [], ...more })
const timeline = {
  states: [state('李家坪', '2001-05-01', undefined), state('李家庄', '1980-01-01', '2001-05-01'), state('李家庄', '1912-01-01', '1980-01-01')],
  events: [
    { kind: 'RENAMED', effectiveOn: day('2001-05-01'), recordedAt, actor: '地名股', oldName: '李家庄', newName: '李家坪' },
    { kind: 'ESTABLISHED', effectiveOn: day('1912-01-01'), recordedAt, actor: '系统', newName: '李家庄' },
  ],
} as unknown as RegisterTimeline

test('what happened and what then held stand together under their day, the newest first', () => {
  expect(itemsOf(timeline).map((item) => [item.day, item.events.length, item.state?.name])).toEqual([
    ['2001-05-01', 1, '李家坪'], ['1980-01-01', 0, '李家庄'], ['1912-01-01', 1, '李家庄'],
  ])
})

test('a name that stayed over several states is one band', () => {
  expect(spansOf(timeline)).toEqual([
    { from: '1912-01-01', to: '2001-05-01', label: '李家庄', current: false }, { from: '2001-05-01', to: undefined, label: '李家坪', current: true },
  ])
})

test('a retired name has no band after its end', () => {
  const states = [state('李家坪', '2010-01-01', undefined, { status: 'RETIRED' }), state('李家坪', '2001-05-01', '2010-01-01')]
  expect(spansOf({ states } as unknown as RegisterTimeline)).toEqual([{ from: '2001-05-01', to: '2010-01-01', label: '李家坪', current: false }])
})

test('an event says the old name and the new', () => {
  expect(axisEventsOf(timeline)).toEqual([{ day: '2001-05-01', label: '更名：李家庄 → 李家坪' }, { day: '1912-01-01', label: '命名：李家庄' }])
  expect(titleOf({ ...timeline.events[0]!, kind: 'MERGED', oldName: '南坪', newName: undefined, other: { id: 1, name: '李家坪', event: 'MERGED', effectiveOn: recordedAt } })).toBe('合并：南坪，并入“李家坪”')
})

test('without a timeline the names with dates are shown', () => {
  const names = [{ text: '李家庄', kind: 'FORMER', to: day('2001-05-01') }, { text: '坪上', kind: 'ALIAS' }]
  expect(spansOfNames({ name: '李家坪', inForce: true }, names as never)).toEqual([
    { from: undefined, to: '2001-05-01', label: '李家庄', current: false }, { from: '2001-05-01', to: undefined, label: '李家坪', current: true },
  ])
})
