import type { CaseCard, CaseDraft, CaseItemDraft, CaseType } from '@api'
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { api, failureOf, type Failure } from '@/client'
import { draftOf, emptyDraft, emptyItem, actionOf, sent } from './filing'
import { merge, sameDraft, settle, type Merge } from './merge'
import { UnsavedWork, type Unsaved } from './unsaved'

/** What a page shows when somebody else has saved the same case meanwhile. */
export interface Meeting {
  merge: Merge
  theirs: CaseCard
}

const KEEP_MS = 400

export const versionTag = (version: number) => `"${version}"`

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** A case being filled in: kept in the browser with each change, saved on the server when asked to. */
export function useFiling(accountId: number) {
  const unsaved = new UnsavedWork(accountId)
  const draft = ref<CaseDraft>()
  const card = shallowRef<CaseCard>()
  const key = ref('')
  const step = ref(0)
  const at = ref(0)
  const busy = ref(false)
  const keptAt = ref<number>()
  const meeting = shallowRef<Meeting>()
  const base = shallowRef<CaseDraft>()
  let version: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const item = computed<CaseItemDraft | undefined>(() => draft.value?.items?.[at.value])
  const changed = computed(() => draft.value !== undefined && !(base.value ? sameDraft(base.value, sent(copy(draft.value))) : isBlank(draft.value)))

  watch(draft, () => {
    clearTimeout(timer)
    timer = setTimeout(keep, KEEP_MS)
  }, { deep: true })
  watch(step, () => draft.value && keep())
  addEventListener('pagehide', keep)
  onBeforeUnmount(() => {
    removeEventListener('pagehide', keep)
    keep()
  })

  function keep(): void {
    clearTimeout(timer)
    if (!draft.value || !key.value) return
    if (!changed.value) return unsaved.drop(key.value)
    const now = Date.now()
    if (unsaved.keep({ key: key.value, draft: copy(draft.value), base: base.value, version, step: step.value, at: now })) keptAt.value = now
  }

  function begin(type: CaseType): void {
    key.value = `new-${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`
    draft.value = emptyDraft(type, draft.value?.applicant)
    at.value = 0
  }

  /** Another kind of case keeps what does not depend on the kind. */
  function changeType(type: CaseType): void {
    if (!draft.value) return begin(type)
    const action = actionOf(type)
    draft.value.type = type
    draft.value.items = (draft.value.items ?? []).slice(0, type === 'BATCH' ? undefined : 1).map((old) => (type === 'BATCH' ? old : { ...old, action }))
    at.value = 0
  }

  function resume(found: Unsaved): void {
    key.value = found.key
    draft.value = found.draft
    base.value = found.base
    version = found.version
    step.value = found.step
    at.value = 0
  }

  /** Takes up a case of the server; what lies in the browser for it is offered to whoever asks. */
  async function open(caseId: number): Promise<Unsaved | undefined> {
    const found = await api.cases.getCase({ caseId })
    accept(found)
    draft.value = draftOf(found)
    const left = unsaved.find(`case-${caseId}`)
    return left && !sameDraft(left.draft, base.value!) ? left : undefined
  }

  function accept(found: CaseCard): void {
    card.value = found
    key.value = `case-${found.id}`
    base.value = sent(draftOf(found))
    version = found.version
  }

  /** Saves on the server; where somebody else was faster, the meeting is shown instead and nothing is lost. */
  async function save(): Promise<boolean> {
    if (!draft.value) return false
    busy.value = true
    keep()
    const before = key.value
    try {
      const caseDraft = sent(copy(draft.value))
      const saved = card.value && version !== undefined
        ? await api.cases.updateCase({ caseId: card.value.id, ifMatch: versionTag(version), caseDraft })
        : await api.cases.createCase({ caseDraft })
      accept(saved)
      unsaved.drop(before)
      draft.value.divisionCode = saved.divisionCode
      base.value = sent(copy(draft.value))
      return true
    } catch (error) {
      const failure = await failureOf(error)
      if (failure.status === 412 && card.value) await meet(failure)
      else throw failure
      return false
    } finally {
      busy.value = false
    }
  }

  async function meet(failure: Failure): Promise<void> {
    const theirs = await api.cases.getCase({ caseId: card.value!.id }).catch(() => undefined)
    if (!theirs) throw failure
    meeting.value = { merge: merge(base.value!, sent(copy(draft.value!)), sent(draftOf(theirs))), theirs }
  }

  /** After the meeting: both versions as chosen, saved on top of theirs. */
  async function join(choices: Record<string, 'mine' | 'theirs'>): Promise<boolean> {
    const { merge: met, theirs } = meeting.value!
    accept(theirs)
    draft.value = settle(met, choices)
    at.value = Math.min(at.value, (draft.value.items?.length ?? 1) - 1)
    meeting.value = undefined
    return save()
  }

  function addItem(): void {
    draft.value!.items!.push({ ...emptyItem('NAME'), category: item.value?.category })
    at.value = draft.value!.items!.length - 1
  }

  function removeItem(index: number): void {
    draft.value!.items!.splice(index, 1)
    if (draft.value!.items!.length === 0) addItem()
    at.value = Math.min(at.value, draft.value!.items!.length - 1)
  }

  function discard(): void {
    clearTimeout(timer)
    unsaved.drop(key.value)
    draft.value = undefined
    key.value = ''
  }

  return { unsaved, draft, card, key, step, at, item, busy, keptAt, changed, meeting, begin, changeType, resume, open, save, join, addItem, removeItem, discard, keep }
}

export type Filing = ReturnType<typeof useFiling>

function isBlank(draft: CaseDraft): boolean {
  return sameDraft(sent(copy(draft)), sent(emptyDraft(draft.type)))
}
