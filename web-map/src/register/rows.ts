import type { RegisterPage, RegisterRow } from '@api'
import { ref, shallowRef } from 'vue'
import { requestOf, type RegisterFilter } from './filter'
import { api, failureOf, isAbort } from '@/client'

/** The rows of one question, loaded page by page as they are wanted. */
export function useRows(list = (filter: RegisterFilter, cursor: string | undefined, signal: AbortSignal): Promise<RegisterPage> =>
  api.nameRegister.listRegister({ ...requestOf(filter), cursor, limit: 200 }, { signal })) {
  const rows = shallowRef<RegisterRow[]>([])
  const total = ref(0)
  const busy = ref(false)
  const failure = ref<{ message: string; status: number }>()
  let asked: RegisterFilter | undefined
  let next: string | undefined
  let pending: AbortController | undefined

  async function load(first: boolean): Promise<void> {
    pending?.abort()
    const mine = (pending = new AbortController())
    busy.value = true
    failure.value = undefined
    try {
      const page = await list(asked!, first ? undefined : next, mine.signal)
      if (pending !== mine) return
      rows.value = first ? page.rows : [...rows.value, ...page.rows]
      next = page.next
      total.value = next === undefined ? rows.value.length : (page.total ?? total.value)
    } catch (error) {
      if (pending !== mine || isAbort(error)) return
      const { message, status } = await failureOf(error)
      failure.value = { message, status }
      if (first) rows.value = []
    } finally {
      if (pending === mine) busy.value = false
    }
  }

  return {
    rows, total, busy, failure,
    /** Asks anew; rows of an older question are dropped whenever its answer comes. */
    ask: (filter: RegisterFilter) => {
      asked = filter
      next = undefined
      return load(true)
    },
    more: async () => {
      if (!busy.value && next !== undefined) await load(false)
    },
    again: () => load(true),
  }
}
