import type { LonLat } from './shifted'

/** A Gauss–Krüger zone on the CGCS2000 ellipsoid. */
export interface Zone {
  /** degrees */
  centralMeridian: number
  /** metres, with the zone prefix when there is one */
  falseEasting: number
}

const SEMI_MAJOR_AXIS = 6378137
const FLATTENING = 1 / 298.257222101
const N = FLATTENING / (2 - FLATTENING)
const RECTIFYING_RADIUS = (SEMI_MAJOR_AXIS / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING))

/** Krüger's series to the fourth order of n: below a tenth of a millimetre within a zone. */
const KRUGER = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1440) * N ** 4,
  (61 / 240) * N ** 3 - (103 / 140) * N ** 4,
  (49561 / 161280) * N ** 4,
]

/** Metres: northing from the equator and easting with the zone's false easting. */
export function toGaussKruger({ lon, lat }: LonLat, zone: Zone): { northing: number; easting: number } {
  const phi = (lat * Math.PI) / 180
  const lambda = ((lon - zone.centralMeridian) * Math.PI) / 180
  const sine = Math.sin(phi)
  const conformal = Math.sinh(Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine))
  const xi = Math.atan2(conformal, Math.cos(lambda))
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(conformal, Math.cos(lambda)))
  let north = xi
  let east = eta
  KRUGER.forEach((coefficient, i) => {
    const k = 2 * (i + 1)
    north += coefficient * Math.sin(k * xi) * Math.cosh(k * eta)
    east += coefficient * Math.cos(k * xi) * Math.sinh(k * eta)
  })
  return { northing: RECTIFYING_RADIUS * north, easting: RECTIFYING_RADIUS * east + zone.falseEasting }
}
