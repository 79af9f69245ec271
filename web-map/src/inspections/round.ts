import type { Inspection, InspectionMarker, InspectionRecord, InspectionRoundCard, InspectionRoundCardStateEnum, InspectionStepActionEnum } from '@api'
import type { Tag } from '@/doors/tagLayer'

export type SideName = 'LEFT' | 'RIGHT'

/** The way of a round; what was cancelled stands where it was. */
export const WAY: InspectionRoundCardStateEnum[] = ['PLANNED', 'FIELD', 'COMPILED', 'SIGNED_ONE', 'SIGNED_BOTH', 'FILED']

/** What may be done now by somebody who plans or signs. */
export function stepsOf({ state, mayPlan, maySign }: InspectionRoundCard): InspectionStepActionEnum[] {
  const planned: Partial<Record<InspectionRoundCardStateEnum, InspectionStepActionEnum[]>> = {
    PLANNED: ['BEGIN_FIELD', 'CANCEL'], FIELD: ['COMPILE', 'CANCEL'], COMPILED: ['REOPEN'], SIGNED_ONE: ['REOPEN'], SIGNED_BOTH: ['FILE', 'REOPEN'],
  }
  const signing: InspectionStepActionEnum[] = maySign && (state === 'COMPILED' || state === 'SIGNED_ONE') ? ['SIGN'] : []
  return mayPlan ? [...signing, ...(planned[state] ?? [])] : signing
}

/** A line has one round under way at a time. */
export const isUnderWay = ({ state }: InspectionRoundCard): boolean => state !== 'FILED' && state !== 'CANCELLED'

/** Records that count, of one marker, the newest last. */
export const recordsOf = (round: Inspection, markerId: number): InspectionRecord[] =>
  round.records.filter(({ withdrawn, marker }) => !withdrawn && marker?.markerId === markerId)

/** How a marker stands in this round: what was found wrong, sound, or not seen. */
export function standing(round: Inspection, { id }: InspectionMarker): 'UNSEEN' | 'SOUND' | 'FAULTY' {
  const records = recordsOf(round, id)
  if (!records.length) return 'UNSEEN'
  return records.some(({ marker }) => marker!.status !== 'INTACT') ? 'FAULTY' : 'SOUND'
}

const COLOURS = {
  UNSEEN: { border: '#7b2f8f', fill: '#fbf3fd', ink: '#5d2070' },
  SOUND: { border: '#2b8a4b', fill: '#e9f6ee', ink: '#1f6b3b' },
  FAULTY: { border: '#b3261e', fill: '#fdecea', ink: '#9a1f17' },
} as const

export function roundTags(round: Inspection, picked?: number): Tag[] {
  return round.line.markers.flatMap((marker): Tag[] => {
    if (marker.lon === undefined || marker.lat === undefined) return []
    const { border, fill, ink } = COLOURS[standing(round, marker)]
    return [{ key: String(marker.id), lon: marker.lon, lat: marker.lat, border, strong: marker.id === picked, rank: marker.id === picked ? 0 : 1, lines: [{ text: marker.number, fill, ink }] }]
  })
}

/** A place along the line by the name of the station there, or in metres. */
export function stationAt(round: Inspection, metres: number): string {
  const station = round.line.stations.find(({ alongMetres }) => Math.abs(alongMetres - metres) < 0.5)
  return station?.name ?? `${Math.round(metres)} 米`
}
