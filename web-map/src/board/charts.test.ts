import { describe, expect, it } from 'vitest'
import { amountText, cumulative, monthsUntil, niceMaximum, percentText } from './charts'

describe('the board', () => {
  it('adds the months up and leaves out those to come', () => {
    expect(cumulative([3, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0], 3)).toEqual([3, 3, 7, null, null, null, null, null, null, null, null, null])
  })

  it('knows how many months have begun', () => {
    expect(monthsUntil(2026, new Date(2026, 10, 26))).toBe(11)
    expect(monthsUntil(2025, new Date(2026, 0, 1))).toBe(12)
  })

  it('ends a colour scale at a round number', () => {
    expect([[0], [1], [3], [118], [2631], [92_493]].map(niceMaximum)).toEqual([1, 1, 5, 200, 5000, 100_000])
  })

  it('writes amounts and shares as a report does', () => {
    expect(amountText(118_809)).toBe('118,809')
    expect(percentText({ part: 1, whole: 3, ratio: 1 / 3 })).toBe('33.3%')
    expect(percentText({ part: 0, whole: 0, ratio: 1 })).toBe('—')
  })
})
