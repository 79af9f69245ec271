import type { SignBlade, SignSummary } from '@api'
import { describe, expect, it } from 'vitest'
import { changePost, faceOf, plannedTags, standingTags } from './signs'

const blade = (more: Partial<SignBlade> = {}): SignBlade => ({ placeId: 1, kind: 'STREET', name: '芝正街', pinyin: 'ZHIZHENG JIE', colour: 'BLUE', start: 'ARROW', end: 'DOT', bearing: 90, ...more })
const sign = (id: number, more: Partial<SignSummary> = {}): SignSummary => ({ id, version: 1, name: '芝正街', division: '', status: 'INSTALLED', statusTitle: '', position: [113, 22], blades: [blade()], outdated: [], ...more })

describe('signs on the map', () => {
  it('the face says where the road goes on', () => {
    expect(faceOf(blade())).toBe('◀ 芝正街 ●')
    expect(faceOf(blade({ start: 'NONE', end: 'ARROW' }))).toBe('芝正街 ▶')
  })
  it('every blade of a post has its colour', () => {
    const [tag] = plannedTags([{ key: 'a', position: [113, 22], reasons: [], mounting: '', priceYuan: 1, blades: [blade(), blade({ colour: 'GREEN' })] }], 'a')
    expect(tag!.lines.map(({ fill }) => fill)).toEqual(['#1d56a5', '#16794a'])
    expect(tag!.strong).toBe(true)
  })
  it('what wants work comes first and what is gone is gone', () => {
    expect(standingTags([sign(1), sign(2, { outdated: ['旧街'] }), sign(3, { status: 'DEFECTIVE' }), sign(4, { status: 'REMOVED' })]).map(({ key, rank }) => [key, rank])).toEqual([['1', 9], ['2', 0], ['3', 0]])
  })
})

describe('a plan that is changed by hand', () => {
  it('the newest place of a post stands beside its mounting', () => {
    const list = changePost(changePost(changePost([], { action: 'MOVE', key: 'a', lon: 1, lat: 1 }), { action: 'MOUNT', key: 'a', mounting: '墙' }), { action: 'MOVE', key: 'a', lon: 2, lat: 2 })
    expect(list).toEqual([{ action: 'MOUNT', key: 'a', mounting: '墙' }, { action: 'MOVE', key: 'a', lon: 2, lat: 2 }])
  })
  it('a dropped post needs no other change', () => expect(changePost([{ action: 'MOVE', key: 'a', lon: 1, lat: 1 }], { action: 'DROP', key: 'a' })).toEqual([{ action: 'DROP', key: 'a' }]))
})
