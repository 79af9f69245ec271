import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { watchPlace, type NoFix } from './place'

interface Located {
  lon: number
  lat: number
  accuracyMetres?: number
  source: string
}

/**
 * Finds a place by the receiver, or takes the one that is pointed at; begins at once where none is known. A place that comes from
 * elsewhere, such as a photo, ends the search: a better fix must not undo what somebody chose.
 *
 * @param maximumAge as {@link watchPlace} has it
 */
export function usePlace<P extends Located>(position: Ref<P | undefined>, maximumAge?: number) {
  const failed = ref<NoFix>()
  const seeking = ref(false)
  const onMap = ref(false)
  let stop = () => {}

  function settle(why?: NoFix) {
    failed.value = why
    seeking.value = false
  }

  function locate() {
    stop()
    settle()
    seeking.value = true
    stop = watchPlace((fix) => {
      position.value = { ...fix, source: 'GNSS' } as P
      settle()
    }, settle, maximumAge)
  }

  function pick(lon: number, lat: number) {
    position.value = { lon, lat, source: 'MAP' } as P
    onMap.value = false
  }

  watch(position, (at) => {
    if (!at || at.source === 'GNSS') return
    stop()
    settle()
  })
  if (!position.value) locate()
  onBeforeUnmount(() => stop())
  return { failed, seeking, onMap, locate, pick }
}
