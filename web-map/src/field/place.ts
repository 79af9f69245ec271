/** Metres between two places near each other; good enough to say how far one has to walk. */
export function metresBetween(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const north = (a.lat - b.lat) * 111_320
  const east = (a.lon - b.lon) * 111_320 * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}

export interface Fix {
  lon: number
  lat: number
  accuracyMetres: number
}

/** Why there is no fix: nobody may ask the receiver, or it hears too little. */
export type NoFix = 'noGnss' | 'noFix'

/**
 * Watches the receiver; each fix that is better than the best so far is told, for at most {@link PATIENCE_MS}.
 *
 * @param failed told when there was no fix at all
 * @param maximumAge milliseconds; a fix of some seconds ago is as good as a new one, unless somebody measures and has just walked
 */
export function watchPlace(told: (fix: Fix) => void, failed: (why: NoFix) => void, maximumAge = 5_000): () => void {
  if (!('geolocation' in navigator)) {
    failed('noGnss')
    return () => {}
  }
  let best = Infinity
  const id = navigator.geolocation.watchPosition(({ coords }) => {
    if (coords.accuracy > best) return
    best = coords.accuracy
    told({ lon: coords.longitude, lat: coords.latitude, accuracyMetres: Math.round(coords.accuracy * 10) / 10 })
    if (best <= GOOD_METRES) stop()
  }, ({ code, PERMISSION_DENIED }) => best === Infinity && failed(code === PERMISSION_DENIED ? 'noGnss' : 'noFix'), { enableHighAccuracy: true, maximumAge, timeout: PATIENCE_MS })
  const timer = window.setTimeout(() => stop(), PATIENCE_MS)
  function stop() {
    clearTimeout(timer)
    navigator.geolocation.clearWatch(id)
  }
  return stop
}

const PATIENCE_MS = 45_000
/** Better than this no telephone gets among houses. */
export const GOOD_METRES = 6
export const FAIR_METRES = 25
