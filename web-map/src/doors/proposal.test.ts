import type { NumberingProposal, ProposedDoor } from '@api'
import { describe, expect, it } from 'vitest'
import { badPlates, groupsOf, tagsOf, toneOf } from './proposal'

const door = (plateId: number, more: Partial<ProposedDoor> = {}): ProposedDoor => ({
  plateId, streetId: 9, street: '芝正街', number: `${plateId}号`, oldAddress: '芝正街8号', position: [113, 22], locked: false, changed: true, chainage: 3, ...more,
})
const proposal: NumberingProposal = {
  hash: '', changed: 1, doors: [door(1), door(2, { streetId: 8, street: '安巷' }), door(3)],
  reserved: [{ streetId: 9, street: '芝正街', number: '5号', position: [113, 22], reason: '空地' }],
  undecided: [{ plateId: 4, address: '无号', position: [113, 22], reason: '离街太远', conflict: false }],
  findings: [{ rule: 'DP-01', title: '重号', severity: 'ERROR', message: '', plates: [3] }, { rule: 'DP-09', title: '', severity: 'WARN', message: '', plates: [1] }],
}

describe('a numbering proposal on the page', () => {
  it('errors and open doors are red, remarks are not', () => expect([...badPlates(proposal)]).toEqual([3, 4]))
  it.each([
    ['kept', door(1, { changed: false })],
    ['changed', door(1)],
    ['fresh', door(1, { oldAddress: '芝正街' })],
    ['locked', door(1, { locked: true })],
    ['bad', door(3, { locked: true })],
  ])('%s is told from the others', (tone, one) => expect(toneOf(one, badPlates(proposal))).toBe(tone))
  it('doors stand under their streets', () => expect(groupsOf(proposal.doors).map(({ street, doors, changed }) => [street, doors.length, changed])).toEqual([['安巷', 1, 1], ['芝正街', 2, 2]]))
  it('everything with a place is on the map', () => {
    const tags = tagsOf(proposal, 2)
    expect(tags.map(({ lines }) => lines[0]!.text)).toEqual(['1', '2', '3', '？', '5'])
    expect(tags.filter(({ strong }) => strong).map(({ key }) => key)).toEqual(['2'])
    expect(tags.filter(({ hollow }) => hollow).map(({ key }) => key)).toEqual(['reserved-9-5号'])
  })
})
