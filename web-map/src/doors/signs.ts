import type { ProposedSign, SignAdjustment, SignBlade, SignSummary } from '@api'
import type { Tag } from './tagLayer'

/** The ground of a plate by GB 17733: blue along east and west, green along north and south. */
export const GROUNDS: Record<SignBlade['colour'], string> = { BLUE: '#1d56a5', GREEN: '#16794a' }

const MARKS = { ARROW: ['◀', '▶'], DOT: ['●', '●'], NONE: ['', ''] } as const

/** "◀ 芝正街 ●": the road goes on to the left and ends on the right. */
export const faceOf = ({ start, name, end }: SignBlade): string => [MARKS[start][0], name, MARKS[end][1]].filter(Boolean).join(' ')

const linesOf = (blades: readonly SignBlade[]) => blades.map((blade) => ({ text: faceOf(blade), fill: GROUNDS[blade.colour], ink: '#ffffff' }))

export const plannedTags = (signs: readonly ProposedSign[], picked?: string): Tag[] => signs.map(({ key, position, blades }) => (
  { key, lon: position[0]!, lat: position[1]!, lines: linesOf(blades), border: '#ffffff', post: true, movable: true, strong: key === picked, rank: 10 - blades.length }))

/** Those that want work are bordered in red and get room first. */
export const standingTags = (signs: readonly SignSummary[], picked?: number): Tag[] => signs.flatMap(({ id, position, blades, name, status, outdated }): Tag[] => {
  if (!position || status === 'REMOVED') return []
  const wanting = status === 'DEFECTIVE' || outdated.length > 0
  const lines = blades.length ? linesOf(blades) : [{ text: name, fill: '#46586a', ink: '#ffffff' }]
  return [{ key: `${id}`, lon: position[0]!, lat: position[1]!, lines, border: wanting ? '#b3261e' : '#ffffff', post: true, strong: id === picked, rank: wanting ? 0 : 10 - blades.length }]
})

type OnPost = SignAdjustment & { action: 'MOVE' | 'MOUNT' | 'DROP'; key: string }

/** The newest change of a kind stands; what is dropped needs no other. */
export function changePost(list: readonly SignAdjustment[], next: OnPost): SignAdjustment[] {
  return [...list.filter(({ action, key }) => key !== next.key || (next.action !== 'DROP' && action !== next.action)), next]
}
