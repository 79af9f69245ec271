import { dayNumber } from '@/register/timeAxis'

/** What a link to the map says: "#14/30.61660/117.72570&id=20871&q=李家坪&at=117.71,30.62&base=tianditu&day=1999-10-01". */
export interface Permalink {
  zoom?: number
  lat?: number
  lon?: number
  /** the opened record */
  id?: number
  /** the words in the search box */
  q?: string
  /** the point that was looked up */
  at?: { lon: number; lat: number }
  base?: string
  /** the day of which the map is shown */
  day?: string
}

/** Five decimals are about a metre. */
const DECIMALS = 5

const inside = (value: number, low: number, high: number) => Number.isFinite(value) && value >= low && value <= high

/** Reads a hash; whatever is not understood is left out. */
export function parsePermalink(hash: string): Permalink {
  const [view = '', ...pairs] = hash.replace(/^#/, '').split('&')
  const link: Permalink = {}
  const [zoom, lat, lon] = view.split('/').map((part) => (part === '' ? NaN : Number(part))) as [number, number, number]
  if (inside(zoom, 0, 24) && inside(lat, -90, 90) && inside(lon, -180, 180)) Object.assign(link, { zoom, lat, lon })
  for (const [key, value] of new URLSearchParams(pairs.join('&'))) {
    if (key === 'id' && /^[1-9]\d{0,15}$/.test(value) && Number.isSafeInteger(Number(value))) link.id = Number(value)
    if (key === 'q' && value.trim()) link.q = value.slice(0, 200)
    if (key === 'base' && /^[\w-]{1,40}$/.test(value)) link.base = value
    if (key === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value) && dayNumber(value) !== undefined) link.day = value
    if (key === 'at') {
      const [atLon, atLat] = value.split(',').map(Number) as [number, number]
      if (inside(atLon, -180, 180) && inside(atLat, -90, 90)) link.at = { lon: atLon, lat: atLat }
    }
  }
  return link
}

export function formatPermalink(link: Permalink): string {
  const parts: string[] = []
  if (link.zoom !== undefined && link.lat !== undefined && link.lon !== undefined) {
    parts.push(`${+link.zoom.toFixed(2)}/${link.lat.toFixed(DECIMALS)}/${link.lon.toFixed(DECIMALS)}`)
  } else {
    parts.push('')
  }
  if (link.id) parts.push(`id=${link.id}`)
  if (link.q) parts.push(`q=${encodeURIComponent(link.q)}`)
  if (link.at) parts.push(`at=${link.at.lon.toFixed(6)},${link.at.lat.toFixed(6)}`)
  if (link.base) parts.push(`base=${link.base}`)
  if (link.day) parts.push(`day=${link.day}`)
  return `#${parts.join('&')}`
}
