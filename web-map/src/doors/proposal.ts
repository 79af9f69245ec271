import type { NumberingProposal, ProposedDoor } from '@api'
import type { Tag } from './tagLayer'

export type Tone = 'bad' | 'fresh' | 'changed' | 'locked' | 'kept'

/** Border and, for all that want attention, filling. */
export const TONES: Record<Tone, { fill: string; ink: string; border: string; rank: number }> = {
  bad: { fill: '#b3261e', ink: '#ffffff', border: '#7d150f', rank: 0 },
  changed: { fill: '#fff0d6', ink: '#7a4a00', border: '#c27a00', rank: 1 },
  fresh: { fill: '#e0f3e6', ink: '#17603a', border: '#2b8a4b', rank: 2 },
  locked: { fill: '#46586a', ink: '#ffffff', border: '#2c3a47', rank: 3 },
  kept: { fill: '#ffffff', ink: '#51606e', border: '#9aa7b2', rank: 4 },
}

const RESERVED = { fill: '#ffffff', ink: '#73808d', border: '#73808d' }

/** Doors that an error or a conflict names. */
export function badPlates({ findings, undecided }: NumberingProposal): Set<number> {
  return new Set([...findings.filter(({ severity }) => severity === 'ERROR').flatMap(({ plates }) => plates), ...undecided.map(({ plateId }) => plateId)])
}

export function toneOf({ plateId, locked, changed, oldAddress }: ProposedDoor, bad: ReadonlySet<number>): Tone {
  if (bad.has(plateId)) return 'bad'
  if (locked) return 'locked'
  if (!changed) return 'kept'
  return /\d/.test(oldAddress) ? 'changed' : 'fresh'
}

export interface DoorGroup {
  /** 0 where a village is numbered without streets */
  streetId: number
  street: string
  doors: ProposedDoor[]
  changed: number
}

/** The doors by street, in the order of their numbers as the engine gave them. */
export function groupsOf(doors: readonly ProposedDoor[]): DoorGroup[] {
  const groups = new Map<number, DoorGroup>()
  for (const door of doors) {
    const streetId = door.streetId ?? 0
    const group = groups.get(streetId) ?? { streetId, street: door.street, doors: [], changed: 0 }
    group.doors.push(door)
    if (door.changed) group.changed++
    groups.set(streetId, group)
  }
  return [...groups.values()].toSorted((a, b) => a.street.localeCompare(b.street, 'zh-CN'))
}

/** "12号附1号" as it fits on a map. */
const short = (number: string) => number.replace(/号$/, '')

/** What the map shows of a proposal. */
export function tagsOf(proposal: NumberingProposal, picked?: number): Tag[] {
  const bad = badPlates(proposal)
  const doors = proposal.doors.map((door): Tag => {
    const { fill, ink, border, rank } = TONES[toneOf(door, bad)]
    return { key: `${door.plateId}`, lon: door.position[0]!, lat: door.position[1]!, lines: [{ text: short(door.number), fill, ink }], border, rank, movable: true, strong: door.plateId === picked }
  })
  const numbered = new Set(proposal.doors.map(({ plateId }) => plateId))
  const open = proposal.undecided.filter(({ plateId, position }) => position && !numbered.has(plateId)).map(({ plateId, position }): Tag => {
    const { fill, ink, border, rank } = TONES.bad
    return { key: `${plateId}`, lon: position![0]!, lat: position![1]!, lines: [{ text: '？', fill, ink }], border, rank, movable: true, strong: plateId === picked }
  })
  const reserved = proposal.reserved.map(({ streetId, number, position }): Tag => {
    const { fill, ink, border } = RESERVED
    return { key: `reserved-${streetId}-${number}`, lon: position[0]!, lat: position[1]!, lines: [{ text: short(number), fill, ink }], border, hollow: true, rank: 6 }
  })
  return [...doors, ...open, ...reserved]
}
