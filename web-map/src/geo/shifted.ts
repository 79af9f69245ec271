/**
 * GCJ-02 and BD-09, the shifted coordinates of Chinese web maps, by the public approximation.
 * Only for showing and copying: a distance measured in them is wrong.
 */
export interface LonLat {
  lon: number
  lat: number
}

const SEMI_MAJOR_AXIS = 6378245 // Krasovsky 1940, which the approximation was fitted with
const ECCENTRICITY_SQUARED = 0.00669342162296594323
const BAIDU_ANGLE = (Math.PI * 3000) / 180
const BAIDU_OFFSET = { lon: 0.0065, lat: 0.006 }

/** Outside this box the shift is not applied; the same box as the platforms use. */
function insideShiftedArea({ lon, lat }: LonLat): boolean {
  return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271
}

/** A sum of amplitude × sin(frequency × π × t). */
function waves(t: number, ...terms: [amplitude: number, frequency: number][]): number {
  return terms.reduce((sum, [amplitude, frequency]) => sum + amplitude * Math.sin(frequency * Math.PI * t), 0)
}

function shift({ lon, lat }: LonLat): LonLat {
  const x = lon - 105
  const y = lat - 35
  const root = Math.sqrt(Math.abs(x))
  const ripple = waves(x, [20, 6], [20, 2])
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    + (2 / 3) * (ripple + waves(y, [20, 1], [40, 1 / 3], [160, 1 / 12], [320, 1 / 30]))
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    + (2 / 3) * (ripple + waves(x, [20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30]))
  const radians = (lat * Math.PI) / 180
  const w = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2
  const meridianRadius = (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w))
  const parallelRadius = (SEMI_MAJOR_AXIS / Math.sqrt(w)) * Math.cos(radians)
  return { lon: ((east / parallelRadius) * 180) / Math.PI, lat: ((north / meridianRadius) * 180) / Math.PI }
}

export function toGcj02(position: LonLat): LonLat {
  if (!insideShiftedArea(position)) return position
  const delta = shift(position)
  return { lon: position.lon + delta.lon, lat: position.lat + delta.lat }
}

/** Inverse of {@link toGcj02}; three rounds are exact to less than a millimetre. */
export function fromGcj02(shifted: LonLat): LonLat {
  if (!insideShiftedArea(shifted)) return shifted
  let guess = shifted
  for (let round = 0; round < 3; round++) {
    const there = toGcj02(guess)
    guess = { lon: guess.lon + shifted.lon - there.lon, lat: guess.lat + shifted.lat - there.lat }
  }
  return guess
}

export function toBd09(position: LonLat): LonLat {
  const { lon, lat } = toGcj02(position)
  const radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BAIDU_ANGLE)
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BAIDU_ANGLE)
  return { lon: radius * Math.cos(angle) + BAIDU_OFFSET.lon, lat: radius * Math.sin(angle) + BAIDU_OFFSET.lat }
}
