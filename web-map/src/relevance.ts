import type { SearchHit } from '@api'

/** Below this a name shares next to nothing with what was typed. */
const UNRELATED = 0.3
/** Below this something else was meant, says the contract of the search. */
const SIMILAR = 0.5

export function related(hits: SearchHit[]): SearchHit[] {
  return hits.filter(({ confidence }) => confidence >= UNRELATED)
}

/** Whether nothing is called so, and the hits are only names that look alike. */
export function onlySimilar([best]: SearchHit[]): boolean {
  return best !== undefined && best.confidence < SIMILAR
}
