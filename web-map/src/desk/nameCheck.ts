import type { NameCheck, NameFinding, NameVerdict, Romanisation, RomanisationQuestion, Severity } from '@api'
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { api, failureOf, isAbort } from '@/client'
import { Latest } from './latest'
import type { Mark } from './marks'

/** Long enough for an input method to finish a word, short enough to seem immediate. */
const PAUSE_MS = 250

/** Asks after each change of a question, and shows only the answer to the newest. */
function useLatest<Q, A>(question: () => Q | undefined, ask: (question: Q, signal: AbortSignal) => Promise<A>) {
  const answer = shallowRef<A>()
  const busy = ref(false)
  const failure = ref('')
  const latest = new Latest(ask, PAUSE_MS, (value: A) => {
    answer.value = value
    failure.value = ''
    busy.value = false
  }, async (error) => {
    if (isAbort(error)) return
    failure.value = (await failureOf(error)).message
    answer.value = undefined
    busy.value = false
  })
  const json = computed(() => {
    const asked = question()
    return asked === undefined ? '' : JSON.stringify(asked)
  })
  function again() {
    busy.value = json.value !== ''
    if (json.value) latest.put(JSON.parse(json.value) as Q)
    else {
      latest.cancel()
      answer.value = undefined
      failure.value = ''
    }
  }
  watch(json, again, { immediate: true })
  onBeforeUnmount(() => latest.cancel())
  return { answer, busy, failure, again }
}

/** What the rules say about a name, renewed while it is typed. */
export function useNameCheck(question: () => NameCheck | undefined) {
  return useLatest<NameCheck, NameVerdict>(question, (nameCheck, signal) => api.naming.checkName({ nameCheck }, { signal }))
}

/** How a name is spelled, renewed while it is typed. */
export function useRomanisation(question: () => RomanisationQuestion | undefined) {
  return useLatest<RomanisationQuestion, Romanisation>(question, (romanisationQuestion, signal) => api.romanisation.romanise({ romanisationQuestion }, { signal }))
}

export function countBySeverity(findings: readonly { severity: Severity }[]): Record<Severity, number> {
  const counts = { ERROR: 0, WARN: 0, INFO: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/** The conflicting places of all findings, each once, under its gravest relation. */
export function marksOf(findings: readonly NameFinding[], pointed?: string): Mark[] {
  const marks = new Map<string, Mark>()
  for (const { conflicts } of findings) {
    for (const { placeId, name, relation, lon, lat, bbox, distanceMetres } of conflicts) {
      if (lon === undefined || lat === undefined) continue
      const key = conflictKey(placeId, name, lon, lat)
      if (!marks.has(key)) marks.set(key, { key, placeId, name, relation, lon, lat, bbox, distanceMetres, strong: key === pointed })
    }
  }
  return [...marks.values()]
}

export function conflictKey(placeId: number | undefined, name: string, lon?: number, lat?: number): string {
  return placeId === undefined ? `${name} ${lon} ${lat}` : String(placeId)
}
