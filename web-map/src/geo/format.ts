import { toGaussKruger, type Zone } from './gaussKruger'
import { toBd09, toGcj02, type LonLat } from './shifted'
import { text } from '@/text.zh'

export const SYSTEMS = ['cgcs2000', 'gcj02', 'bd09', 'projected'] as const
export type CoordinateSystem = (typeof SYSTEMS)[number]

/** Six decimals are a tenth of a metre: finer than any map here can show. */
const DEGREE_DECIMALS = 6

/** The coordinate as people write it: "lon, lat" in degrees, or "X northing  Y easting" in metres. */
export function formatCoordinate(position: LonLat, system: CoordinateSystem, zone: Zone): string {
  if (system === 'projected') {
    const { northing, easting } = toGaussKruger(position, zone)
    return `X ${northing.toFixed(2)}  Y ${easting.toFixed(2)}`
  }
  const shown = system === 'gcj02' ? toGcj02(position) : system === 'bd09' ? toBd09(position) : position
  return `${shown.lon.toFixed(DEGREE_DECIMALS)}, ${shown.lat.toFixed(DEGREE_DECIMALS)}`
}

/** "35 米", "1.2 公里", "18 公里". */
export function formatDistance(metres: number): string {
  if (metres < 1) return text.units.here
  if (metres < 1000) return `${Math.round(metres)} ${text.units.metre}`
  return `${metres < 10000 ? (metres / 1000).toFixed(1) : Math.round(metres / 1000)} ${text.units.kilometre}`
}

/** "860 平方米", "3.98 平方公里". */
export function formatArea(squareMetres: number): string {
  if (squareMetres < 100000) return `${Math.round(squareMetres).toLocaleString('zh-CN')} ${text.units.squareMetre}`
  return `${(squareMetres / 1e6).toFixed(2)} ${text.units.squareKilometre}`
}

/** "320 KB", "1.8 MB". */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** "2026-01-15 09:30", or the date alone. */
export function formatTime(time: Date, withClock = true): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return withClock ? `${day} ${two(time.getHours())}:${two(time.getMinutes())}` : day
}
