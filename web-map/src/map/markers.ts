import type { RecordKind } from '@api'
import { icons } from '@/icons'

const glyph = (path: string, size: number) =>
  `<svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`

/** The pin on the opened record or the looked-up point. */
export function pinIcon(): L.DivIcon {
  return L.divIcon({
    className: 'map-pin',
    iconSize: [34, 44],
    iconAnchor: [17, 42],
    html: '<svg width="34" height="44" viewBox="0 0 34 44" aria-hidden="true"><ellipse cx="17" cy="41.5" rx="6" ry="2" fill="#1d2733" opacity=".22"/><path d="M17 2C8.7 2 2 8.6 2 16.8 2 27.6 17 41 17 41s15-13.4 15-24.2C32 8.6 25.3 2 17 2Z" fill="#b8402f" stroke="#fff" stroke-width="2"/><circle cx="17" cy="16.5" r="5.5" fill="#fff"/></svg>',
  })
}

/** A small round marker of a search result. */
export function resultIcon(kind: RecordKind, strong: boolean): L.DivIcon {
  const size = strong ? 32 : 26
  return L.divIcon({
    className: `map-result${strong ? ' strong' : ''}`,
    iconSize: [size, size],
    html: glyph(icons[kind], strong ? 18 : 15),
  })
}

/** Where the reader stands. */
export function locationIcon(): L.DivIcon {
  return L.divIcon({ className: 'map-location', iconSize: [18, 18], html: '<span></span>' })
}
