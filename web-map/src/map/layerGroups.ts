import type { StyleLayer } from '@/vector/style'

/** What a reader may switch off, by the layers of the tiles. */
export const LAYER_GROUPS = {
  boundaries: ['division', 'division_line', 'boundary_line', 'boundary_marker'],
  natural: ['ground', 'ground_label', 'water_line'],
  streets: ['road'],
  buildings: ['building'],
  plates: ['door_plate'],
  places: ['division_label', 'place'],
  facilities: ['facility', 'shop', 'sign'],
  /** of the facilities, those of civil affairs: their symbols say so */
  civil: [],
  local: ['local', 'local_route'],
} as const

export type LayerGroup = keyof typeof LAYER_GROUPS

/** Layers whose features are records with a card of their own; elsewhere a click asks what is near. */
const WITH_CARD = new Set(['road', 'water_line', 'place', 'division_label', 'facility', 'local', 'local_route', 'shop', 'door_plate'])

const CIVIL = 'civil-'

export function groupOf({ id, sourceLayer }: Pick<StyleLayer, 'id' | 'sourceLayer'>): LayerGroup | undefined {
  if (id.startsWith(CIVIL)) return 'civil'
  return (Object.keys(LAYER_GROUPS) as LayerGroup[]).find((group) => (LAYER_GROUPS[group] as readonly string[]).includes(sourceLayer))
}

export function isPickable({ sourceLayer }: StyleLayer): boolean {
  return WITH_CARD.has(sourceLayer)
}
