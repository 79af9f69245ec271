import type { CrossingProject, InspectionMarkerAction, InspectionMarkerStatus, InspectionPhotoBody, InspectionRecord, InspectionStation, ReportPosition } from '@api'
import type { Queued, QueuedFile } from '@/field/queue'

/** A marker that was looked at, as it is written. */
export interface MarkerDraft {
  markerId: number
  number: string
  status?: InspectionMarkerStatus
  position?: ReportPosition
  cause: string
  action?: InspectionMarkerAction
  otherSide: string
  note: string
}

/** A stretch that was walked, as it is written. */
export interface SegmentDraft {
  fromMetres?: number
  toMetres?: number
  identifiable: boolean
  changes: string
  oneSided: string
  projects: CrossingProject[]
  interviews: number
  heard: string
  disputes: string
  note: string
}

/** A record as the telephone keeps it: of a marker or of a stretch. */
export interface QueuedRecord extends Queued {
  /** login of whoever wrote it */
  owner?: string
  roundId: number
  marker?: MarkerDraft
  segment?: SegmentDraft
  withdrawn: boolean
  /** metres, as the office reckoned them */
  offsetMetres?: number
  moved?: boolean
}

export interface RecordBody {
  revision: number
  withdrawn: boolean
  checkedAt: string
  marker?: Record<string, unknown>
  segment?: Record<string, unknown>
  photos: InspectionPhotoBody[]
}

/** What is done to a marker only with the other side there (《行政区域界线管理条例》 Art. 6). */
export const needsBoth = (action: InspectionMarkerAction | undefined): boolean => action === 'REPAIR' || action === 'RESET'

const given = (text: string) => text.trim() || undefined

const markerBody = ({ markerId, status, position, cause, action, otherSide, note }: MarkerDraft) => ({
  markerId, status, action, lon: position?.lon, lat: position?.lat, accuracyMetres: position && (position.accuracyMetres ?? 0),
  cause: status === 'INTACT' ? undefined : given(cause), otherSide: given(otherSide), note: given(note),
})

const segmentBody = ({ fromMetres, toMetres, identifiable, changes, oneSided, projects, interviews, heard, disputes, note }: SegmentDraft) => ({
  fromMetres, toMetres, identifiable, changes: given(changes), oneSided: given(oneSided), projects: projects.filter(({ name }) => name.trim()),
  interviews: interviews || 0, heard: given(heard), disputes: given(disputes), note: given(note),
})

/** What is sent of a record. */
export function bodyOf(record: QueuedRecord, files: QueuedFile[]): RecordBody {
  return {
    revision: record.revision,
    withdrawn: record.withdrawn,
    checkedAt: new Date(record.changedAt).toISOString(),
    marker: record.marker && markerBody(record.marker),
    segment: record.segment && segmentBody(record.segment),
    photos: files.map(({ id, phase, bytes }) => ({ id, phase: phase ?? ('BEFORE' as const), bytes })).toSorted((a, b) => Number(a.phase === 'AFTER') - Number(b.phase === 'AFTER')),
  }
}

export type Lack = 'fix' | 'status' | 'cause' | 'action' | 'otherSide' | 'photo' | 'stretch'

/** What a record still lacks before it can be sent, in the order of the form. */
export function missing({ marker, segment }: QueuedRecord, files: QueuedFile[]): Lack[] {
  const lacks: Lack[] = []
  if (marker) {
    if (!marker.position) lacks.push('fix')
    if (!files.some(({ phase }) => phase !== 'AFTER')) lacks.push('photo')
    if (!marker.status) lacks.push('status')
    if (marker.status && marker.status !== 'INTACT' && !marker.cause.trim()) lacks.push('cause')
    if (!marker.action) lacks.push('action')
    if (needsBoth(marker.action) && !marker.otherSide.trim()) lacks.push('otherSide')
  }
  if (segment && !(segment.fromMetres !== undefined && segment.toMetres !== undefined && segment.toMetres > segment.fromMetres)) lacks.push('stretch')
  return lacks
}

/** What the office says of a record. */
export const adopted = ({ marker }: InspectionRecord) => ({ offsetMetres: marker?.offsetMetres, moved: marker?.moved })

/** How much of a line stretches cover, each metre once. */
export function walkedMetres(stretches: readonly { fromMetres: number; toMetres: number }[]): number {
  let reached = 0
  let walked = 0
  for (const { fromMetres, toMetres } of stretches.toSorted((a, b) => a.fromMetres - b.fromMetres)) {
    walked += Math.max(0, toMetres - Math.max(fromMetres, reached))
    reached = Math.max(reached, toMetres)
  }
  return walked
}

/** The first stretch between two stations that nobody has walked yet. */
export function nextStretch(stations: readonly InspectionStation[], stretches: readonly { fromMetres: number; toMetres: number }[]): [number, number] | undefined {
  for (let i = 1; i < stations.length; i++) {
    const [from, to] = [stations[i - 1]!.alongMetres, stations[i]!.alongMetres]
    const length = to - from
    const walked = walkedMetres(stretches.map((one) => ({ fromMetres: Math.max(one.fromMetres, from) - from, toMetres: Math.min(one.toMetres, to) - from })).filter((one) => one.toMetres > one.fromMetres))
    if (length - walked > 1) return [from, to]
  }
  return undefined
}
