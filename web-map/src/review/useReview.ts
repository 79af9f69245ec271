import { ElMessage } from 'element-plus'
import { ref, shallowRef, watch } from 'vue'
import { failureOf } from '@/client'
import { complain } from '@/doors/files'
import type { FieldReportState, FilingState } from '@api'

/** How far something is that came in from outside. */
export type ReviewState = FieldReportState | FilingState

interface Desk<Card, Step> {
  load: (id: number) => Promise<Card>
  send: (card: Card, step: Step) => Promise<unknown>
  words: { done: string; stale: string }
  changed: () => void
}

/** One thing that came in from outside and an officer's steps with it; that somebody else was faster is said, and what stands now shown. */
export function useReview<Card, Step>(id: () => number, { load: fetch, send, words, changed }: Desk<Card, Step>) {
  const card = shallowRef<Card>()
  const failure = ref('')
  const busy = ref(false)

  async function load(): Promise<void> {
    const asked = id()
    failure.value = ''
    card.value = undefined
    try {
      const found = await fetch(asked)
      if (asked === id()) card.value = found
    } catch (error) {
      if (asked === id()) failure.value = (await failureOf(error)).message
    }
  }

  async function take(step: Step): Promise<void> {
    busy.value = true
    try {
      await send(card.value!, step)
      ElMessage.success(words.done)
    } catch (error) {
      const fault = await failureOf(error)
      if (fault.status === 412) ElMessage.warning(words.stale)
      else await complain(error)
    } finally {
      busy.value = false
      changed()
      await load()
    }
  }

  watch(id, load, { immediate: true })
  return { card, failure, busy, load, take }
}
