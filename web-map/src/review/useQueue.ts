import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { failureOf } from '@/client'

const PAGE = 50
const PAUSE_MS = 300

interface Asked<State> {
  state?: State
  text?: string
  /** the number of the last one that is shown already */
  before?: number
  limit: number
}

interface Page<Item, State> {
  items: Item[]
  counts: { state: State; count: number }[]
}

/** What came in from outside, by state and by a part of its name, a page at a time; only the newest question is answered. */
export function useQueue<Item extends { id: number }, State extends string>(first: State, fetch: (asked: Asked<State>) => Promise<Page<Item, State>>) {
  const state = ref<State | undefined>(first) as Ref<State | undefined>
  const part = ref('')
  const items = shallowRef<Item[]>([])
  const counts = shallowRef<Partial<Record<State, number>>>({})
  const more = ref(false)
  const busy = ref(false)
  const failure = ref('')
  const total = computed(() => Object.values<number | undefined>(counts.value).reduce<number>((sum, count) => sum + (count ?? 0), 0))
  let newest = 0
  let timer = 0

  async function ask(before?: number): Promise<void> {
    const mine = ++newest
    busy.value = true
    failure.value = ''
    try {
      const page = await fetch({ state: state.value, text: part.value.trim() || undefined, before, limit: PAGE })
      if (mine !== newest) return
      items.value = before === undefined ? page.items : [...items.value, ...page.items]
      counts.value = Object.fromEntries(page.counts.map(({ state: its, count }) => [its, count])) as Partial<Record<State, number>>
      more.value = page.items.length === PAGE
    } catch (error) {
      if (mine === newest) failure.value = (await failureOf(error)).message
    } finally {
      if (mine === newest) busy.value = false
    }
  }

  watch(state, () => void ask(), { immediate: true })
  watch(part, () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void ask(), PAUSE_MS)
  })

  return { state, part, items, counts, total, more, busy, failure, load: () => ask(), loadMore: () => ask(items.value.at(-1)!.id) }
}

export type Queue<Item extends { id: number }, State extends string> = ReturnType<typeof useQueue<Item, State>>
