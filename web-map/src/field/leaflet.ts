import type { MapConfig, TileJson } from '@api'
import type { StyleDocument } from '@/vector/style'

const LEAFLET = '/webjars/leaflet/1.9.4/dist/leaflet'

const json = async <T>(url: string): Promise<T> => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(url)
  return response.json() as Promise<T>
}

/** Leaflet comes when somebody wants a map, not before: most people never do. */
async function load(): Promise<void> {
  if ('L' in window) return
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${LEAFLET}.css` })
  const script = Object.assign(document.createElement('script'), { src: `${LEAFLET}.js` })
  document.head.append(sheet, script)
  await new Promise((resolve, reject) => {
    script.onload = resolve
    script.onerror = reject
  })
}

/** Our own map, in the middle of it the place that is known so far. */
export async function openMap(element: HTMLElement, at: { lon: number; lat: number } | undefined, division: string | undefined): Promise<L.Map> {
  await load()
  const [{ VectorLayer }, { compileStyle }, config] = await Promise.all([import('@/vector/vectorLayer'), import('@/vector/style'), json<MapConfig>('/api/v1/map-config')])
  const tiles = await json<TileJson>(config.tileSets[0]!.tileJsonUrl)
  const style = compileStyle(await json<StyleDocument>(config.styleUrl))
  const start = at ?? (await seat(division)) ?? { lon: config.view.lon, lat: config.view.lat }
  const map = L.map(element, { center: [start.lat, start.lon], zoom: at ? 18 : 15, maxZoom: 20, zoomControl: true, attributionControl: false })
  map.addLayer(new VectorLayer({ urlTemplate: tiles.tiles[0]!, style, minDataZoom: tiles.minzoom ?? 0, maxDataZoom: tiles.maxzoom ?? 16 }))
  element.style.background = style.background.evaluate(15, { type: 0, properties: {} })
  return map
}

async function seat(division: string | undefined): Promise<{ lon: number; lat: number } | undefined> {
  const found = division && (await json<{ lon?: number; lat?: number }>(`/api/v1/divisions/${division}`).catch(() => undefined))
  return found && found.lon !== undefined && found.lat !== undefined ? { lon: found.lon, lat: found.lat } : undefined
}
