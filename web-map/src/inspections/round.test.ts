import type { Inspection, InspectionRecord, InspectionRoundCard } from '@api'
import { describe, expect, it } from 'vitest'
import { roundTags, standing, stationAt, stepsOf } from './round'

const card = (change: Partial<InspectionRoundCard>) => change as InspectionRoundCard
const check = (markerId: number, status: string, withdrawn = false) => ({ withdrawn, marker: { markerId, status } }) as unknown as InspectionRecord
const round = {
  line: { markers: [{ id: 1, number: '001', lon: 113, lat: 22 }, { id: 2, number: '002', lon: 113, lat: 22 }, { id: 3, number: '003' }], stations: [{ name: '起点', alongMetres: 0 }] },
  records: [check(1, 'INTACT'), check(2, 'INTACT'), check(2, 'LOST'), check(3, 'LOST', true)],
} as unknown as Inspection

describe('steps', () => {
  it('are signing alone for those who only sign', () => expect(stepsOf(card({ state: 'COMPILED', maySign: true }))).toEqual(['SIGN']))
  it('do not end before both have signed', () => expect(stepsOf(card({ state: 'SIGNED_ONE', mayPlan: true }))).toEqual(['REOPEN']))
  it('end in the archive', () => expect([stepsOf(card({ state: 'SIGNED_BOTH', mayPlan: true })), stepsOf(card({ state: 'FILED', mayPlan: true, maySign: true }))]).toEqual([['FILE', 'REOPEN'], []]))
})

describe('a marker', () => {
  it('that either side found faulty is faulty, and what was withdrawn counts for nothing', () => expect(round.line.markers.map((marker) => standing(round, marker))).toEqual(['SOUND', 'FAULTY', 'UNSEEN']))
  it('without a place is not on the map', () => expect(roundTags(round).map(({ key }) => key)).toEqual(['1', '2']))
  it('names its place along the line', () => expect([stationAt(round, 0.1), stationAt(round, 70.4)]).toEqual(['起点', '70 米']))
})
