import type { NameRelation } from '@api'
import { formatDistance } from '@/geo/format'

/** A conflicting place on the map. */
export interface Mark {
  key: string
  placeId?: number
  name: string
  relation: NameRelation
  lon: number
  lat: number
  bbox?: number[]
  distanceMetres?: number
  /** pointed at in the list */
  strong?: boolean
}

const COLOURS = {
  SAME_NAME: '#b3261e',
  SAME_SOUND: '#c2570c',
  NEAR_SOUND: '#93690a',
  SAME_SPECIFIC: '#0f766e',
  SAME_CANTONESE: '#7a3fa0',
  LOOK_ALIKE: '#2563a8',
  SERIES: '#4b6b1e',
  SEAT: '#4a5a68',
  HOST: '#4a5a68',
  PROTECTED: '#a01650',
  NAMESAKE: '#6b5a3a',
} satisfies Record<NameRelation, string>

export const relationColour = (relation: NameRelation): string => COLOURS[relation]

/** A pill with the name and the distance, bordered in the colour of the relation. */
export function markOf({ name, relation, distanceMetres, strong }: Mark): L.DivIcon {
  const pill = document.createElement('span')
  pill.style.setProperty('--mark', relationColour(relation))
  pill.textContent = name
  if (distanceMetres !== undefined) {
    const far = document.createElement('small')
    far.textContent = formatDistance(distanceMetres)
    pill.append(far)
  }
  return L.divIcon({ className: `map-mark${strong ? ' strong' : ''}`, html: pill })
}
