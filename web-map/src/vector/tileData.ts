import { decodeTile, keyOf, type DecodedTile, type TileKey } from './tile'

interface Entry {
  key: TileKey
  tile: Promise<DecodedTile>
  ready?: DecodedTile
  /** the content as it is shown at present */
  shown?: DecodedTile
  abort: AbortController
  /** the newer content on its way */
  refresh?: AbortController
  users: number
}

/** Gives a tile another content, such as the names of another day. */
export type Rewriting = (tile: DecodedTile, key: TileKey) => DecodedTile

/** Tiles not shown any more that are kept for a return to the same place. */
const KEPT = 96

/** Fetches and decodes data tiles; one that nobody waits for any more is given up. */
export class TileData {
  private readonly entries = new Map<string, Entry>()
  private rewriting: Rewriting | undefined
  private day: string | undefined

  constructor(private readonly urlTemplate: string) {}

  /** From now on tiles are fetched as they were on a day of the past, or as they are; what is there stays until it is reloaded. */
  setDay(day: string | undefined): void {
    this.day = day
    for (const [name, entry] of this.entries) if (entry.users <= 0) this.entries.delete(name)
  }

  acquire(key: TileKey): Promise<DecodedTile> {
    const name = keyOf(key)
    const entry = this.entries.get(name) ?? this.fetch(key)
    this.entries.delete(name)
    this.entries.set(name, entry)
    entry.users++
    return entry.tile
  }

  release(key: TileKey): void {
    const name = keyOf(key)
    const entry = this.entries.get(name)
    if (!entry || --entry.users > 0) return
    if (!entry.ready) {
      entry.abort.abort()
      this.entries.delete(name)
    }
    this.forgetOldest()
  }

  /** The content if it has arrived, rewritten if that is asked for. */
  peek(key: TileKey): DecodedTile | undefined {
    const entry = this.entries.get(keyOf(key))
    if (!entry?.ready) return undefined
    return (entry.shown ??= this.rewriting?.(entry.ready, key) ?? entry.ready)
  }

  /** From now on all content is shown so, or as it came. */
  rewrite(rewriting: Rewriting | undefined): void {
    this.rewriting = rewriting
    for (const entry of this.entries.values()) entry.shown = undefined
  }

  /**
   * Fetches these tiles again; what is shown stays until the answer is there, and what is not shown is forgotten.
   * after: number of the change that the answer must show at least.
   * Gives the tiles that came, each as it comes.
   */
  async reload(wanted: (key: TileKey) => boolean, after: number | undefined, came: (key: TileKey) => void): Promise<void> {
    await Promise.all([...this.entries].map(async ([name, old]) => {
      if (!wanted(old.key)) return
      if (old.users <= 0) {
        this.entries.delete(name)
        return
      }
      old.refresh?.abort()
      const fresh = this.fetch(old.key, after)
      old.refresh = fresh.abort
      try {
        fresh.ready = await fresh.tile
      } catch (error) {
        if ((error as Error).name !== 'AbortError') console.warn('A tile could not be fetched again:', error)
        return
      }
      if (this.entries.get(name) !== old) return
      fresh.users = old.users
      this.entries.set(name, fresh)
      came(old.key)
    }))
  }

  private fetch(key: TileKey, after?: number): Entry {
    const abort = new AbortController()
    const query = new URLSearchParams({ ...(this.day ? { at: this.day } : {}), ...(after === undefined ? {} : { after: String(after) }) }).toString()
    const url = this.urlTemplate.replace(/\{([zxy])\}/g, (_, part: 'z' | 'x' | 'y') => String(key[part])) + (query && `?${query}`)
    const entry: Entry = {
      key,
      abort,
      users: 0,
      tile: fetch(url, { signal: abort.signal }).then(async (response) => {
        if (response.status === 404 || response.status === 204) return new Map()
        if (!response.ok) throw new Error(`tile ${keyOf(key)}: ${response.status}`)
        return decodeTile(await response.arrayBuffer())
      }),
    }
    entry.tile.then(
      (tile) => (entry.ready = tile),
      () => this.entries.get(keyOf(key)) === entry && this.entries.delete(keyOf(key)),
    )
    return entry
  }

  private forgetOldest(): void {
    const unused = [...this.entries].filter(([, entry]) => entry.users <= 0)
    for (const [name] of unused.slice(0, Math.max(0, unused.length - KEPT))) this.entries.delete(name)
  }
}
