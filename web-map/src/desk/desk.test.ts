import type { CaseDraft } from '@api'
import { describe, expect, it } from 'vitest'
import { LocalPlane, type Position } from '@/draw/measure'
import { categoryOfRecord, compassEnds, factsOf, locationOf, scaleOf, sent, titleOf } from './filing'
import { flatten, merge, sameDraft, settle, unflatten } from './merge'
import { UnsavedWork, type Unsaved } from './unsaved'

const plane = new LocalPlane([113.44, 22.9])
const at = (x: number, y: number): Position => plane.toDegrees({ x, y })
const street = { kind: 'line', path: [at(0, 0), at(600, 0)] } as const

const base: CaseDraft = {
  type: 'NAME', applicant: '大稳村村民委员会', reason: '寄递不便',
  items: [{ action: 'NAME', name: '和顺路', category: 'STREET', geometry: { type: 'LineString', coordinates: [[1, 2], [3, 4]] } }],
  reports: [{ paper: 'ASSESSMENT', sections: { lawfulness: '合法' } }],
}
const with_ = (change: (draft: CaseDraft) => void): CaseDraft => {
  const copy = structuredClone(base)
  change(copy)
  return copy
}

describe('two who edit one case', () => {
  it('are merged without asking where they touched different fields', () => {
    const mine = with_((draft) => { draft.items![0]!.meaning = '和睦顺利' })
    const theirs = with_((draft) => { draft.reason = '寄递、就医不便' })
    const merged = merge(base, mine, theirs)
    expect(merged.clashes).toEqual([])
    expect(merged.taken).toEqual(['reason'])
    const settled = settle(merged, {})
    expect(settled.reason).toBe('寄递、就医不便')
    expect(settled.items![0]!.meaning).toBe('和睦顺利')
  })
  it('are asked where both changed one field, and either may win', () => {
    const mine = with_((draft) => { draft.items![0]!.name = '和顺大道' })
    const theirs = with_((draft) => { draft.items![0]!.name = '和顺街' })
    const merged = merge(base, mine, theirs)
    expect(merged.clashes).toEqual([{ field: 'items.0.name', mine: '和顺大道', theirs: '和顺街' }])
    expect(settle(merged, { 'items.0.name': 'theirs' }).items![0]!.name).toBe('和顺街')
    expect(settle(merged, {}).items![0]!.name).toBe('和顺大道')
  })
  it('agree when they changed a field alike', () => {
    const both = with_((draft) => { draft.applicant = '大稳村委会' })
    expect(merge(base, both, structuredClone(both)).clashes).toEqual([])
  })
  it('keep a field that one of them emptied', () => {
    const mine = with_((draft) => { draft.reason = '' })
    const merged = merge(base, mine, base)
    expect(settle(merged, {}).reason).toBeUndefined()
  })
  it('keep a second name that one of them added', () => {
    const theirs = with_((draft) => { draft.items!.push({ action: 'NAME', name: '平安路' }) })
    expect(settle(merge(base, base, theirs), {}).items).toHaveLength(2)
  })
})

it('a draft comes back from its fields as it went', () => {
  expect(unflatten(flatten(base))).toEqual(base)
  expect(sameDraft(base, unflatten(flatten(base)))).toBe(true)
  expect(sameDraft(base, with_((draft) => { draft.reason = '别的' }))).toBe(false)
})

it('empty and missing are the same to a draft', () => expect(sameDraft(base, { ...base, contact: '' })).toBe(true))

describe('unsaved work', () => {
  const storage = () => {
    const map = new Map<string, string>()
    return {
      get length() { return map.size }, key: (i: number) => [...map.keys()][i] ?? null, getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value), removeItem: (key: string) => void map.delete(key), clear: () => map.clear(),
    } as Storage
  }
  const work = (key: string, when: number): Unsaved => ({ key, draft: base, step: 2, at: when })

  it('is found again, newest first, and gone once dropped', () => {
    const unsaved = new UnsavedWork(7, storage())
    unsaved.keep(work('new-1', 10))
    unsaved.keep(work('case-5', 20))
    expect(unsaved.list().map(({ key }) => key)).toEqual(['case-5', 'new-1'])
    unsaved.drop('case-5')
    expect(unsaved.find('case-5')).toBeUndefined()
    expect(unsaved.find('new-1')?.step).toBe(2)
  })
  it('of a colleague at the same computer is not offered', () => {
    const shared = storage()
    new UnsavedWork(7, shared).keep(work('new-1', 10))
    expect(new UnsavedWork(71, shared).list()).toEqual([])
  })
  it('that was damaged is passed over', () => {
    const shared = storage()
    shared.setItem('diming.filing.7.new-1', '{"draft":')
    expect(new UnsavedWork(7, shared).list()).toEqual([])
  })
  it('that does not fit is told', () => {
    const full = { ...storage(), setItem: () => { throw new DOMException('full', 'QuotaExceededError') } } as Storage
    expect(new UnsavedWork(7, full).keep(work('new-1', 10))).toBe(false)
  })
})

describe('what the form writes by itself', () => {
  it('is the length, with the width that was measured', () => expect(scaleOf(street, { widthMetres: 6 })).toBe('长约 600 米，宽 6 米'))
  it('reads the width back from the words', () => expect(factsOf('长约 600 米，宽约 6.5 米')).toEqual({ widthMetres: 6.5 }))
  it('reads storeys', () => expect(factsOf('占地 1,200 平方米，18 层')).toEqual({ storeys: 18 }))
  it('is where the street begins and ends', () => {
    expect(compassEnds(street)).toEqual({ from: '西', to: '东' })
    expect(locationOf(street, '村委会', '市场')).toBe('西起村委会，东至市场')
    expect(locationOf(street, undefined, undefined)).toBe('由西向东')
  })
  it('is a title from the names', () => {
    expect(titleOf(base)).toBe('和顺路命名')
    expect(titleOf({ type: 'BATCH', items: [{ action: 'NAME', name: '一' }, { action: 'NAME', name: '二' }] })).toBe('一等 2 个名称')
  })
})

describe('the category of a record', () => {
  it.each([
    ['STREET', undefined, 'STREET'], ['PLACE', '22200', 'NATURAL_VILLAGE'], ['PLACE', '22230', 'OTHER'], ['DIVISION', '21610', 'VILLAGE_SEAT'], ['DIVISION', '21500', 'DIVISION'],
    ['PLACE', '12100', 'NATURAL'], ['FACILITY', '27610', 'VILLAGE_SEAT'],
  ] as const)('of kind %s and class %s is %s', (kind, classCode, category) => expect(categoryOfRecord(kind, classCode)).toBe(category))
})

it('only what was filled in is sent', () => {
  const request = sent({ type: 'NAME', applicant: '', reason: '理由', items: [{ action: 'NAME', name: ' 和顺路 ', meaning: '' }], reports: [{ paper: 'ASSESSMENT', sections: { lawfulness: '' } }] })
  expect(request).toEqual({ type: 'NAME', reason: '理由', items: [{ action: 'NAME', name: '和顺路' }], reports: [] })
})
