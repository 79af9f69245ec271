export interface Piece {
  text: string
  change: 'same' | 'removed' | 'added'
}

/** Beyond this many changed characters two texts are simply two texts. */
const FAR = 400
/** Less in common than this part of the longer text is chance. */
const IN_COMMON = 0.3

/**
 * What was taken out of the old text and put into the new one, in reading order, character by character (Myers 1986).
 * Texts that share next to nothing are given whole, the old before the new.
 */
export function differenceOf(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ text: before, change: 'same' }] : []
  const [old, now] = [[...before], [...after]]
  const trail = searchPath(old, now)
  const pieces = trail ? joined(walkBack(trail, old, now)) : []
  const same = pieces.filter(({ change }) => change === 'same').reduce((sum, { text }) => sum + [...text].length, 0)
  if (same >= IN_COMMON * Math.max(old.length, now.length)) return pieces
  return ([{ text: before, change: 'removed' }, { text: after, change: 'added' }] as const).filter(({ text }) => text)
}

type Furthest = Map<number, number>

/** For each number of changes, how far each diagonal reaches; nothing when the texts are too far apart. */
function searchPath(old: string[], now: string[]): Furthest[] | undefined {
  const trail: Furthest[] = []
  let reach: Furthest = new Map([[1, 0]])
  for (let changes = 0; changes <= Math.min(FAR, old.length + now.length); changes++) {
    trail.push(reach)
    const next: Furthest = new Map(reach)
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = isInsertion(reach, diagonal, changes) ? reach.get(diagonal + 1)! : reach.get(diagonal - 1)! + 1
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++
      next.set(diagonal, x)
      if (x >= old.length && x - diagonal >= now.length) return trail
    }
    reach = next
  }
  return undefined
}

function isInsertion(reach: Furthest, diagonal: number, changes: number): boolean {
  return diagonal === -changes || (diagonal !== changes && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1))
}

function walkBack(trail: Furthest[], old: string[], now: string[]): Piece[] {
  const pieces: Piece[] = []
  let [x, y] = [old.length, now.length]
  for (let changes = trail.length - 1; changes >= 0; changes--) {
    const reach = trail[changes]!
    const diagonal = x - y
    const from = isInsertion(reach, diagonal, changes) ? diagonal + 1 : diagonal - 1
    const fromX = reach.get(from)!
    const fromY = fromX - from
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      pieces.push({ text: old[--x]!, change: 'same' })
      y--
    }
    if (changes === 0) break
    if (x === fromX) pieces.push({ text: now[--y]!, change: 'added' })
    else pieces.push({ text: old[--x]!, change: 'removed' })
  }
  return pieces.reverse()
}

function joined(pieces: Piece[]): Piece[] {
  const runs: Piece[] = []
  for (const { text, change } of pieces) {
    const last = runs.at(-1)
    if (last?.change === change) last.text += text
    else runs.push({ text, change })
  }
  return runs
}
