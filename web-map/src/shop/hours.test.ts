import { describe, expect, it } from 'vitest'
import { cleaned, endsNextDay, free, toggle, usual, WEEK, withSpan } from './hours'

describe('the hours of a shop', () => {
  it('begin with the whole week', () => {
    expect(free({ rules: [usual(WEEK)] })).toEqual([])
    expect(free({ rules: [usual([1, 2])] })).toEqual([3, 4, 5, 6, 7])
  })

  it('give a day to one rule alone', () => {
    const hours = toggle({ rules: [usual([1, 2, 3, 4, 5]), usual([6])] }, 1, 5)
    expect(hours.rules.map(({ days }) => days)).toEqual([[1, 2, 3, 4], [5, 6]])
  })

  it('lose a rule whose last day went to another', () => {
    const hours = toggle({ rules: [usual([1]), usual([6])] }, 1, 1)
    expect(hours.rules.map(({ days }) => days)).toEqual([[1, 6]])
  })

  it('leave out what the office would refuse', () => {
    const empty = toggle({ rules: [usual([1])], note: '春节休息' }, 0, 1)
    expect(empty.rules).toHaveLength(1)
    expect(cleaned(empty)).toEqual({ rules: [], note: '春节休息' })
  })

  it('part a long day, or go on after a short one', () => {
    expect(withSpan([{ from: '09:00', to: '21:00' }])).toEqual([{ from: '09:00', to: '14:00' }, { from: '17:00', to: '21:00' }])
    expect(withSpan([{ from: '06:00', to: '11:00' }])).toEqual([{ from: '06:00', to: '11:00' }, { from: '11:00', to: '21:00' }])
  })

  it('know a night that goes on', () => {
    expect(endsNextDay({ from: '17:00', to: '02:00' })).toBe(true)
    expect(endsNextDay({ from: '09:00', to: '21:00' })).toBe(false)
  })
})
