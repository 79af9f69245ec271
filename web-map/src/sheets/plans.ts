import type { CaseCard } from '@api'
import { ref } from 'vue'
import { api } from '@/client'
import { download } from '@/doors/files'

/** A plan takes the service some seconds; until it is there, a second press does nothing. */
export function usePlan() {
  const busy = ref(false)

  async function order(draw: () => Promise<Blob>, name: string) {
    if (busy.value) return
    busy.value = true
    await download(draw(), `${name}.pdf`)
    busy.value = false
  }

  return { busy, order }
}

/** Where a place lies, or a street with its numbers. */
export const placePlan = (placeId: number, template = 'a4'): Promise<Blob> => api.sheets.getPlacePlan({ placeId, template })

/** Where that lies which a naming case is about. */
export const casePlan = (caseId: number, template = 'a4'): Promise<Blob> => api.sheets.getCasePlan({ caseId, template })

/** How the plan of a case is called: by the one name it is about, else as the case is. */
export function caseName({ title, items }: Pick<CaseCard, 'title' | 'items'>): string {
  const [only, ...more] = items
  return (more.length === 0 && (only?.name ?? only?.currentName)) || title
}
