/** Which rows are chosen, and the row a range is stretched from. */
export interface Selection {
  ids: ReadonlySet<number>
  anchor?: number
}

interface Row {
  id: number
}

export const nothing: Selection = { ids: new Set() }

/** Adds a row, or takes it out again; the next range starts here. */
export function toggle({ ids }: Selection, rows: readonly Row[], index: number): Selection {
  const id = rows[index]?.id
  if (id === undefined) return { ids }
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: index }
}

/** Adds all rows from the anchor to this one, whichever comes first. */
export function stretch({ ids, anchor }: Selection, rows: readonly Row[], index: number): Selection {
  const start = anchor ?? index
  const range = rows.slice(Math.min(start, index), Math.max(start, index) + 1)
  return { ids: new Set([...ids, ...range.map(({ id }) => id)]), anchor: start }
}

export function all(rows: readonly Row[]): Selection {
  return { ids: new Set(rows.map(({ id }) => id)) }
}

/** The row that a key leads to, or nothing when the key does not lead anywhere. */
export function stepTo(key: string, active: number, count: number, perPage: number): number | undefined {
  const target = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + perPage, PageUp: active - perPage, Home: 0, End: count - 1 }[key]
  return target === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, target))
}
