import { ElMessage } from 'element-plus'
import { ref, shallowRef, watch, type Ref } from 'vue'
import { api, failureOf } from '@/client'
import { doors } from '@/text/doors.zh'

/** What a person enters when a plate or a sign moves on. */
export interface StepEntry {
  authority?: string
  document?: string
  note?: string
  defects?: string[]
  photo?: File
  lon?: number
  lat?: number
}

/** The same, its photo known to the service by its content. */
export type TakenStep = Omit<StepEntry, 'photo'> & { photo?: string }

interface Life<Thing, Status extends string> {
  load: (id: number) => Promise<Thing>
  send: (id: number, thing: Thing, to: Status, entry: TakenStep) => Promise<Thing>
  titleOf: (to: Status) => string
  stale: string
  done: (title: string) => string
  changed: (thing: Thing) => void
}

/** A plate or a sign, what can be done next with it, and doing it; its photo goes first and belongs to the record. */
export function useSteps<Thing, Status extends string>(id: () => number, life: Life<Thing, Status>) {
  const thing = shallowRef<Thing>()
  const shownId = ref<number>()
  const failure = ref('')
  const step = ref<Status>() as Ref<Status | undefined>
  const refused = ref('')
  const busy = ref(false)

  async function load(): Promise<void> {
    failure.value = ''
    const wanted = id()
    if (shownId.value !== wanted) thing.value = undefined
    try {
      const found = await life.load(wanted)
      if (wanted !== id()) return
      thing.value = found
      shownId.value = wanted
    } catch (error) {
      if (wanted === id()) failure.value = (await failureOf(error)).message
    }
  }

  function begin(to: Status): void {
    refused.value = ''
    step.value = to
  }

  async function act({ photo, ...entry }: StepEntry): Promise<void> {
    const to = step.value!
    const title = life.titleOf(to)
    busy.value = true
    refused.value = ''
    try {
      const added = photo && (await api.media.addMedia({ id: id(), file: photo, caption: title }))
      const moved = await life.send(id(), thing.value!, to, { ...entry, photo: added?.url.split('/').pop() })
      thing.value = moved
      ElMessage.success(life.done(title))
      step.value = undefined
      life.changed(moved)
    } catch (error) {
      const failed = await failureOf(error)
      if (failed.status === 412) {
        step.value = undefined
        ElMessage.warning(life.stale)
        await load()
      } else refused.value = failed.status === 413 ? doors.step.photoTooLarge : failed.message
    } finally {
      busy.value = false
    }
  }

  watch(id, load, { immediate: true })
  return { thing, failure, step, refused, busy, load, begin, act }
}
