import { onBeforeUnmount, ref, type Ref } from 'vue'
import { watchPlace } from './place'

interface Located {
  lon: number
  lat: number
  accuracyMetres?: number
  source: string
}

/**
 * Finds a place by the receiver, or takes the one that is pointed at; begins at once where none is known.
 *
 * @param maximumAge as {@link watchPlace} has it
 */
export function usePlace<P extends Located>(position: Ref<P | undefined>, maximumAge?: number) {
  const failed = ref(false)
  const onMap = ref(false)
  let stop = () => {}

  function locate() {
    stop()
    failed.value = false
    stop = watchPlace(
      (fix) => (position.value = { ...fix, source: 'GNSS' } as P),
      () => (failed.value = !position.value),
      maximumAge,
    )
  }

  function pick(lon: number, lat: number) {
    stop()
    position.value = { lon, lat, source: 'MAP' } as P
    onMap.value = false
  }

  if (!position.value) locate()
  onBeforeUnmount(() => stop())
  return { failed, onMap, locate, pick }
}
