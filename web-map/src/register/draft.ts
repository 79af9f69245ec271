import type { Values } from './merge'
import { session } from '@/session'

/** What was typed into a form and not yet saved, with the record as it was when the typing began. */
export interface Draft {
  version: number
  /** milliseconds since 1970 */
  at: number
  base: Values
  mine: Values
}

/** Each account has its own, since colleagues share computers. */
const keyOf = (id: number) => `diming.recordDraft.${session.account.value?.id ?? 0}.${id}`

/** Drafts survive a closed tab; they stay on this computer. */
export const drafts = {
  keep(id: number, draft: Draft): void {
    try {
      localStorage.setItem(keyOf(id), JSON.stringify(draft))
    } catch {
      // a full store: the form itself still has everything
    }
  },

  find(id: number): Draft | undefined {
    try {
      const draft = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as Draft | null
      return draft && typeof draft.version === 'number' && draft.base && draft.mine ? draft : undefined
    } catch {
      return undefined
    }
  },

  forget: (id: number) => localStorage.removeItem(keyOf(id)),
}
