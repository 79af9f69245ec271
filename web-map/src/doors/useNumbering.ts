import type { NumberingAdjustment, NumberingProposal, NumberingRequest, NumberingRequestKeepEnum, Renumbering } from '@api'
import { computed, ref, shallowRef } from 'vue'
import { api, failureOf, isAbort } from '@/client'
import { doors } from '@/text/doors.zh'

/** Up to this many milliseconds every correction is numbered anew at once; beyond, a person says when. */
const AT_ONCE = 3000

/** A round of numbering: what is asked for, what the engine proposes, what people correct, and the commit. */
export function useNumbering() {
  const division = ref<string>()
  const street = ref<number>()
  const profile = ref('')
  const keep = ref<NumberingRequestKeepEnum>('CONFIRMED')
  const adjustments = shallowRef<NumberingAdjustment[]>([])
  const proposal = shallowRef<NumberingProposal>()
  const asked = shallowRef<NumberingRequest>()
  const committed = shallowRef<Renumbering>()
  const busy = ref(false)
  const failure = ref('')
  const notice = ref('')
  let took = 0
  let pending: AbortController | undefined

  const request = computed<NumberingRequest>(() => ({ division: division.value ?? '', street: street.value, profile: profile.value, keep: keep.value, adjustments: adjustments.value }))
  /** The map shows something else than what is asked for by now. */
  const stale = computed(() => proposal.value !== undefined && asked.value !== request.value)

  async function preview(): Promise<boolean> {
    pending?.abort()
    const mine = (pending = new AbortController())
    const numberingRequest = request.value
    const since = performance.now()
    busy.value = true
    failure.value = notice.value = ''
    try {
      const made = await api.doors.proposeNumbering({ numberingRequest }, { signal: mine.signal })
      proposal.value = made
      asked.value = numberingRequest
      committed.value = undefined
      took = performance.now() - since
      return true
    } catch (error) {
      if (!isAbort(error)) failure.value = (await failureOf(error)).message
      return false
    } finally {
      if (pending === mine) busy.value = false
    }
  }

  function adjust(next: NumberingAdjustment[]): void {
    adjustments.value = next
    if (proposal.value && took <= AT_ONCE) void preview()
  }

  /** Carries out what was looked at; when the register has changed since, shows what it would be now instead. */
  async function commit(reason: string): Promise<boolean> {
    busy.value = true
    failure.value = ''
    try {
      committed.value = await api.doors.commitNumbering({ numberingCommit: { request: asked.value!, hash: proposal.value!.hash, reason } })
      proposal.value = undefined
      adjustments.value = []
      return true
    } catch (error) {
      const refused = await failureOf(error)
      if (refused.status !== 422) failure.value = refused.message
      else if (await preview()) notice.value = doors.numbering.changedSince
      return false
    } finally {
      busy.value = false
    }
  }

  function reset(): void {
    pending?.abort()
    proposal.value = committed.value = undefined
    adjustments.value = []
    failure.value = notice.value = ''
  }

  return { division, street, profile, keep, adjustments, proposal, committed, busy, failure, notice, stale, preview, adjust, commit, reset }
}
