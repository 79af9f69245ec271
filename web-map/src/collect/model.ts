import type { FieldReportDraft, FieldReportKind, FieldReportState, OwnReport, PlaceCategory, ReportPosition, UploadProgress } from '@api'
import type { Queued, QueuedFile } from '@/field/queue'

/** A report as the telephone keeps it until nobody needs it any more. */
export interface QueuedReport extends Queued {
  kind: FieldReportKind
  placeId?: number
  /** what the register calls the place of a task */
  taskName?: string
  spoken: string
  written: string
  category?: PlaceCategory
  meaning: string
  origin: string
  toldBy: string
  note: string
  position?: ReportPosition
  state?: FieldReportState
  /** what the office asks, or why it said no */
  answer?: string
}

/** The office, at the other end of a line that may break at any moment. */
export interface Office {
  put(clientId: string, body: Body): Promise<OwnReport>
  progress(fileId: string): Promise<UploadProgress>
  send(fileId: string, offset: number, piece: Blob): Promise<UploadProgress>
  mine(): Promise<OwnReport[]>
}

export type Body = Omit<FieldReportDraft, 'collectedAt'> & { collectedAt: string }

const given = (text: string) => text.trim() || undefined

/** What is sent of a report; a position must be known by then. */
export function bodyOf(report: QueuedReport, files: QueuedFile[]): Body {
  return {
    revision: report.revision,
    kind: report.kind,
    placeId: report.placeId,
    spoken: given(report.spoken),
    written: given(report.written),
    category: report.category,
    meaning: given(report.meaning),
    origin: given(report.origin),
    toldBy: given(report.toldBy),
    note: given(report.note),
    position: report.position!,
    collectedAt: new Date(report.changedAt).toISOString(),
    files: files.map(({ id, kind, bytes }) => ({ id, kind, bytes })),
  }
}

/** What a report still lacks before it can be sent: the names of its parts, in the order of the form. */
export function missing(report: QueuedReport): ('position' | 'name' | 'note')[] {
  const lacks: ('position' | 'name' | 'note')[] = []
  if (!report.position) lacks.push('position')
  if (report.kind === 'ERROR' ? !report.note.trim() : !report.spoken.trim() && !report.written.trim()) lacks.push(report.kind === 'ERROR' ? 'note' : 'name')
  return lacks
}

export const titleOf = (report: QueuedReport): string => report.written.trim() || report.spoken.trim() || report.taskName || ''

/** Whether its writer may still change it. */
export const isOpen = ({ state }: QueuedReport): boolean => !state || state === 'SUBMITTED' || state === 'ASKED'
