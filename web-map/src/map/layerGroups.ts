import type { StyleLayer } from '@/vector/style'

/** What a reader may switch off; each style layer belongs to the first group whose pattern its source layer matches. */
export const LAYER_GROUPS = {
  boundaries: /bound|division|region|town|village_area/,
  natural: /water|wood|land|area|natural|river|stream/,
  streets: /street|road|line|transport/,
  buildings: /building/,
  plates: /plate|door/,
  facilities: /facilit|shop|poi/,
  places: /place|name|point/,
} as const

export type LayerGroup = keyof typeof LAYER_GROUPS

export function groupOf({ metadata, sourceLayer, id }: StyleLayer): LayerGroup | undefined {
  const named = metadata['diming:group']
  if (typeof named === 'string' && named in LAYER_GROUPS) return named as LayerGroup
  const groups = Object.entries(LAYER_GROUPS) as [LayerGroup, RegExp][]
  return groups.find(([, pattern]) => pattern.test(`${sourceLayer} ${id}`))?.[0]
}

/** Large areas are looked up by position instead: a click there asks what is near, not for the township. */
export function isPickable(layer: StyleLayer): boolean {
  const group = groupOf(layer)
  return layer.type === 'symbol' || (group !== 'boundaries' && group !== 'natural')
}
