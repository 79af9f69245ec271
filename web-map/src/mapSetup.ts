import type { MapConfig, TileJson } from '@api'
import { api } from './client'
import { text } from './text.zh'
import type { StyleDocument } from './vector/style'

export interface MapSetup {
  config: MapConfig
  style: StyleDocument
  tiles: TileJson
  /** names of the layers that the tiles have */
  sourceLayers: string[]
}

/** What has to be said on every page, above all that the data is invented. */
export function noticeOf({ notice, demo }: MapConfig): string | undefined {
  return notice ?? (demo ? text.app.demoNotice : undefined)
}

let setup: Promise<MapSetup> | undefined

/** The configuration, the style and the description of the first tile set; asked for once. */
export function loadMapSetup(): Promise<MapSetup> {
  setup ??= fetchSetup().catch((error) => {
    setup = undefined
    throw error
  })
  return setup
}

async function fetchSetup(): Promise<MapSetup> {
  const config = await api.mapConfig.getMapConfig()
  const tileSet = config.tileSets[0]
  if (!tileSet) throw new Error('the map configuration names no tile set')
  const [style, tiles] = await Promise.all([fetchJson<StyleDocument>(config.styleUrl), fetchJson<TileJson & { vector_layers: { id: string }[] }>(tileSet.tileJsonUrl)])
  return { config, style, tiles, sourceLayers: tiles.vector_layers.map(({ id }) => id) }
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response.json() as Promise<T>
}
