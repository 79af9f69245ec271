export type Values = Record<string, string>

/** One field that two people look at differently. */
export interface Divergence {
  field: string
  base: string
  mine: string
  theirs: string
  /** whether both changed it, and not to the same; else only one of them did and nothing has to be decided */
  contested: boolean
}

/** The fields that differ from what was read, and their new values. */
export function changesOf(base: Values, mine: Values): Values {
  return Object.fromEntries(Object.keys({ ...base, ...mine }).filter((field) => at(base, field) !== at(mine, field)).map((field) => [field, at(mine, field)]))
}

/** Where my form and the stored record went apart since both were the base. */
export function divergences(base: Values, mine: Values, theirs: Values): Divergence[] {
  return Object.keys({ ...base, ...mine, ...theirs }).flatMap((field) => {
    const [was, my, their] = [at(base, field), at(mine, field), at(theirs, field)]
    if (my === their) return []
    return [{ field, base: was, mine: my, theirs: their, contested: my !== was && their !== was }]
  })
}

/** The form after a stale save: what only one side changed is taken from that side, a contested field as chosen. */
export function merged(base: Values, mine: Values, theirs: Values, chosen: Record<string, 'mine' | 'theirs'>): Values {
  const result: Values = { ...theirs }
  for (const { field, base: was, mine: my, contested } of divergences(base, mine, theirs)) {
    if (contested ? chosen[field] !== 'theirs' : my !== was) result[field] = my
  }
  return result
}

const at = (values: Values, field: string) => values[field] ?? ''
