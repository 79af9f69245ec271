import { CaseState, type CaseSummary } from '@api'
import { describe, expect, it } from 'vitest'
import { byUrgency, dueColumn, STATE_COLUMNS } from './board'
import { dayOf, daysUntil, isoDay, today } from './days'

const one = (dueOn?: string, overdue = false): CaseSummary => ({
  id: 1, type: 'NAME', state: 'PRECHECK', stateTitle: '', title: '', divisionCode: '', overdue, version: 1, updatedAt: new Date(0), ...(dueOn && { dueOn: dayOf(dueOn) }),
})

it('every state of a case has one column', () => {
  expect(Object.values(STATE_COLUMNS).flat().toSorted()).toEqual(Object.values(CaseState).toSorted())
})

describe('by deadline on 30 March', () => {
  it.each([
    ['2026-03-29', 'overdue'], ['2026-03-30', 'soon'], ['2026-04-06', 'soon'], ['2026-04-07', 'later'], [undefined, 'none'],
  ])('%s is %s', (dueOn, column) => expect(dueColumn(one(dueOn), '2026-03-30')).toBe(column))
  it('what the server calls overdue is overdue', () => expect(dueColumn(one('2026-04-30', true), '2026-03-30')).toBe('overdue'))
  it('the earliest comes first and what has no limit last', () => {
    expect([one(), one('2026-04-02'), one('2026-04-01')].toSorted(byUrgency).map(({ dueOn }) => dueOn && isoDay(dueOn))).toEqual(['2026-04-01', '2026-04-02', undefined])
  })
})

it('days are counted by the calendar, not by the clock', () => {
  expect(daysUntil(dayOf('2026-04-01'), '2026-03-31')).toBe(1)
  expect(isoDay(dayOf('2026-03-20'))).toBe('2026-03-20')
  expect(today(new Date(2026, 2, 5, 23, 59))).toBe('2026-03-05')
})
