/** What was, what is and what was taken back. Never changed, only replaced. */
export interface Undo<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
}

/** As many steps as anybody remembers. */
const KEPT = 200

export const begin = <T>(present: T): Undo<T> => ({ past: [], present, future: [] })

export function record<T>({ past, present, future }: Undo<T>, next: T): Undo<T> {
  if (next === present) return { past, present, future }
  return { past: [...past, present].slice(-KEPT), present: next, future: [] }
}

export function undo<T>(steps: Undo<T>): Undo<T> {
  if (steps.past.length === 0) return steps
  return { past: steps.past.slice(0, -1), present: steps.past.at(-1)!, future: [steps.present, ...steps.future] }
}

export function redo<T>(steps: Undo<T>): Undo<T> {
  const [next, ...future] = steps.future
  return next === undefined ? steps : { past: [...steps.past, steps.present], present: next, future }
}
