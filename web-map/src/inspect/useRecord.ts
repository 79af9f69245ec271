import { onBeforeUnmount, ref, shallowRef, toRaw, watch, type Ref } from 'vue'
import type { QueuedFile } from '@/field/queue'
import { field } from '@/text/field.zh'
import { inspect } from '@/text/inspect.zh'
import { missing, type QueuedRecord } from './model'
import { look, round, store, synchronise } from './phone'

/** A record while it is written: kept from its first word, sent when it is saved. */
export function useRecord(known: QueuedRecord | undefined, content: Pick<QueuedRecord, 'marker' | 'segment'>, saved: () => void) {
  const draft = ref<QueuedRecord>(known ? structuredClone(toRaw(known)) : {
    clientId: crypto.randomUUID(), revision: 1, sentRevision: 0, draft: true, changedAt: Date.now(), complete: false, roundId: round.value!.round.id, withdrawn: false, ...content,
  }) as Ref<QueuedRecord>
  const files = shallowRef<QueuedFile[]>([])
  const lacks = ref('')
  let touched = false
  let timer = 0
  let closed = false

  void attempt(async () => void (files.value = await store.files(draft.value.clientId)))
  watch(draft, () => {
    touched = true
    lacks.value = ''
    clearTimeout(timer)
    if (draft.value.draft) timer = window.setTimeout(() => void attempt(keep), 400)
  }, { deep: true })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    if (!closed && draft.value.draft && (touched || files.value.length)) void keep().catch(() => {})
  })

  /** Whether the telephone could do it; the person learns when it could not. */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    return work().then(() => true, () => {
      lacks.value = field.storage
      return false
    })
  }

  async function keep() {
    await store.saveItem(toRaw(draft.value))
    await look()
  }

  const add = (file: Omit<QueuedFile, 'clientId' | 'complete'>, phase: 'BEFORE' | 'AFTER') => attempt(async () => {
    const kept: QueuedFile = { ...file, phase, clientId: draft.value.clientId, complete: false }
    await store.saveFile(kept)
    files.value = [...files.value, kept]
    if (draft.value.draft) await keep()
  })

  const remove = (id: string) => attempt(async () => {
    await store.removeFile(id)
    files.value = files.value.filter((file) => file.id !== id)
  })

  /** What the office has already is evidence and stays. */
  const removable = ({ complete }: QueuedFile) => draft.value.sentRevision === 0 && !complete

  async function put(change: Partial<QueuedRecord>) {
    clearTimeout(timer)
    const next = draft.value.draft ? draft.value.revision : draft.value.revision + 1
    await end(() => store.saveItem({ ...toRaw(draft.value), ...change, revision: next, draft: false, complete: false, fault: undefined, changedAt: Date.now() }))
    if (closed) void synchronise()
  }

  async function end(work: () => Promise<void>) {
    closed = await attempt(async () => {
      await work()
      await look()
    })
    if (closed) saved()
  }

  async function save() {
    const [lack] = missing(draft.value, files.value)
    lacks.value = lack ? inspect.form.lacks[lack] : ''
    if (!lack) await put({})
  }

  async function withdraw() {
    if (!window.confirm(inspect.form.reallyWithdraw)) return
    if (draft.value.sentRevision > 0) return put({ withdrawn: true })
    await end(() => store.removeItem(draft.value.clientId))
  }

  return { draft, files, lacks, add, remove, removable, save, withdraw }
}
