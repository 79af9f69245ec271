import type { CaseState, CaseSummary } from '@api'
import { daysUntil } from './days'

/** The stages of a case in columns that fit a screen. */
export const STATE_COLUMNS = {
  draft: ['DRAFT', 'RETURNED'],
  review: ['PRECHECK', 'VILLAGE_CONSENT', 'TOWN_REVIEW', 'DISTRICT_ACCEPT'],
  comment: ['EXPERT_OPINION', 'PUBLIC_COMMENT'],
  approved: ['GOV_APPROVED', 'FILED', 'ANNOUNCED', 'UPLOADED', 'SIGNS_SET'],
  done: ['CLOSED'],
  stopped: ['REJECTED', 'WITHDRAWN'],
} as const satisfies Record<string, readonly CaseState[]>

export type StateColumn = keyof typeof STATE_COLUMNS
export type DueColumn = 'overdue' | 'soon' | 'later' | 'none'

/** A week is what an officer can still plan for. */
const SOON_DAYS = 7

export function dueColumn({ dueOn, overdue }: CaseSummary, today?: string): DueColumn {
  if (overdue) return 'overdue'
  if (!dueOn) return 'none'
  const days = daysUntil(dueOn, today)
  return days < 0 ? 'overdue' : days <= SOON_DAYS ? 'soon' : 'later'
}

/** The most urgent first; what has no limit comes last, newest first. */
export function byUrgency(a: CaseSummary, b: CaseSummary): number {
  const due = (one: CaseSummary) => one.dueOn?.getTime() ?? Infinity
  return due(a) === due(b) ? b.updatedAt.getTime() - a.updatedAt.getTime() : due(a) - due(b)
}
