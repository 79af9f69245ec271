export interface Part {
  text: string
  hit: boolean
}

/** Cuts a name at the given ranges, which may overlap, lie outside or come unsorted. */
export function marked(name: string, ranges: { start: number; end: number }[]): Part[] {
  const parts: Part[] = []
  let done = 0
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(start, done), Math.min(end, name.length)]
    if (from >= to) continue
    if (from > done) parts.push({ text: name.slice(done, from), hit: false })
    parts.push({ text: name.slice(from, to), hit: true })
    done = to
  }
  if (done < name.length) parts.push({ text: name.slice(done), hit: false })
  return parts
}
