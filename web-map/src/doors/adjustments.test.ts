import { describe, expect, it } from 'vitest'
import { assign, lock, move, reserve, setNumber, swap, unlock } from './adjustments'

describe('what is corrected by hand', () => {
  it('the newest word on the number of a door stands', () => {
    expect(unlock(lock(setNumber([], 7, '3号'), 7), 7)).toEqual([{ action: 'UNLOCK', plateId: 7 }])
    expect(setNumber(setNumber([], 7, '3号'), 8, '5号')).toHaveLength(2)
  })

  it('a door may be moved, reassigned and numbered at once', () => {
    expect(setNumber(assign(move([], 7, 113.45, 22.9), 7, 90), 7, '3号').map(({ action }) => action)).toEqual(['MOVE', 'ASSIGN', 'SET'])
    expect(move(move([], 7, 113.45, 22.9), 7, 113.46, 22.91)).toEqual([{ action: 'MOVE', plateId: 7, lon: 113.46, lat: 22.91 }])
  })

  it('two doors of one street swap their numbers', () => {
    expect(swap([], { plateId: 1, streetId: 9, number: '3号' }, { plateId: 2, streetId: 9, number: '5号' })).toEqual([
      { action: 'SET', plateId: 1, number: '5号' }, { action: 'SET', plateId: 2, number: '3号' },
    ])
  })

  it('doors of two streets swap these too', () => {
    expect(swap([], { plateId: 1, streetId: 8, number: '3号' }, { plateId: 2, streetId: 9, number: '5号' }).filter(({ action }) => action === 'ASSIGN')).toEqual([
      { action: 'ASSIGN', plateId: 1, streetId: 9 }, { action: 'ASSIGN', plateId: 2, streetId: 8 },
    ])
  })

  it('a number is reserved once', () => expect(reserve(reserve([], 9, '18'), 9, '18')).toHaveLength(1))
})
