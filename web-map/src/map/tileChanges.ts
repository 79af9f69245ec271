import type { TileKey } from '@/vector/tile'

/** What the service tells of tiles that look different from now on. */
export interface TileNews {
  seq: number
  tiles?: [number, number, number][]
  ranges?: [number, number, number, number, number][]
}

/** After a refusal, as when too many listen. */
const RETRY_MS = 30_000

/** Whether a tile is among those that changed. */
export function isHit({ tiles = [], ranges = [] }: TileNews, { z, x, y }: TileKey): boolean {
  return tiles.some(([tz, tx, ty]) => tz === z && tx === x && ty === y)
    || ranges.some(([rz, minX, minY, maxX, maxY]) => rz === z && x >= minX && x <= maxX && y >= minY && y <= maxY)
}

/**
 * Listens for changed tiles as long as the page is seen; a page that comes back asks for everything that changed
 * meanwhile. Gives what ends the listening.
 */
export function watchTiles(set: string, refresh: (wanted: (key: TileKey) => boolean, seq: number) => void): () => void {
  let source: EventSource | undefined
  let seen: number | undefined
  let retry = 0

  function newsOf(event: Event): TileNews {
    return JSON.parse((event as MessageEvent<string>).data) as TileNews
  }

  function open() {
    source = new EventSource(`/tiles/changes?set=${encodeURIComponent(set)}`)
    // a browser connects again by itself, but not after an answer that is no stream
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return
      close()
      retry = window.setTimeout(follow, RETRY_MS)
    })
    source.addEventListener('ready', (event) => {
      const { seq } = newsOf(event)
      if (seen !== undefined && seq > seen) refresh(() => true, seq)
      seen = seq
    })
    source.addEventListener('tiles', (event) => {
      const news = newsOf(event)
      seen = news.seq
      refresh((key) => isHit(news, key), news.seq)
    })
    source.addEventListener('reload', (event) => {
      seen = newsOf(event).seq
      refresh(() => true, seen)
    })
  }

  function close() {
    clearTimeout(retry)
    source?.close()
    source = undefined
  }

  /** A browser keeps only six connections to a service: pages in the background leave theirs to others. */
  function follow() {
    if (document.hidden) close()
    else if (!source) open()
  }

  document.addEventListener('visibilitychange', follow)
  follow()
  return () => {
    document.removeEventListener('visibilitychange', follow)
    close()
  }
}
