import type { CaseDraft, CaseItemDraft, CaseReport } from '@api'

/** A field of a draft by its path, as "items.0.name" or "reports.ASSESSMENT.lawfulness". */
export type Fields = Record<string, unknown>

export interface Clash {
  field: string
  mine: unknown
  theirs: unknown
}

export interface Merge {
  /** every field with the value of the only side that changed it; where both did, mine */
  fields: Fields
  clashes: Clash[]
  /** fields that only the other side had changed */
  taken: string[]
}

const TOP = ['type', 'title', 'divisionCode', 'applicant', 'contact', 'reason'] as const

/** Lays a draft out field by field; what is not filled in does not appear. */
export function flatten(draft: CaseDraft): Fields {
  const fields: Fields = {}
  const put = (path: string, value: unknown) => {
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) fields[path] = value
  }
  for (const name of TOP) put(name, draft[name])
  for (const { paper, sections } of draft.reports ?? []) for (const [key, value] of Object.entries(sections)) put(`reports.${paper}.${key}`, value)
  draft.items?.forEach((item, i) => Object.entries(item).forEach(([name, value]) => put(`items.${i}.${name}`, value)))
  return fields
}

export function unflatten(fields: Fields): CaseDraft {
  const draft: Record<string, unknown> = {}
  const items: CaseItemDraft[] = []
  const reports = new Map<string, CaseReport>()
  for (const [path, value] of Object.entries(fields)) {
    const [head, middle, tail] = path.split('.') as [string, string?, string?]
    if (head === 'items') {
      const item = (items[Number(middle)] ??= {} as CaseItemDraft)
      Object.assign(item, { [tail!]: value })
    } else if (head === 'reports') {
      const report = reports.get(middle!) ?? { paper: middle as CaseReport['paper'], sections: {} }
      report.sections[tail!] = value as string
      reports.set(middle!, report)
    } else {
      draft[head] = value
    }
  }
  return { ...draft, items: items.filter(Boolean), reports: [...reports.values()] } as CaseDraft
}

/**
 * Brings two changed versions of one draft together. A field that only one side touched is taken from there; one that
 * both touched differently is a clash for a person to decide.
 */
export function merge(base: CaseDraft, mine: CaseDraft, theirs: CaseDraft): Merge {
  const [before, ours, others] = [flatten(base), flatten(mine), flatten(theirs)]
  const result: Merge = { fields: {}, clashes: [], taken: [] }
  for (const field of new Set([...Object.keys(before), ...Object.keys(ours), ...Object.keys(others)])) {
    const [old, my, their] = [before[field], ours[field], others[field]]
    const takeTheirs = equal(my, old) && !equal(their, old)
    if (takeTheirs) result.taken.push(field)
    else if (!equal(their, old) && !equal(my, their)) result.clashes.push({ field, mine: my, theirs: their })
    const value = takeTheirs ? their : my
    if (value !== undefined) result.fields[field] = value
  }
  return result
}

/** Puts the choices of a person into the merged fields. */
export function settle({ fields, clashes }: Merge, choices: Record<string, 'mine' | 'theirs'>): CaseDraft {
  const settled = { ...fields }
  for (const { field, mine, theirs } of clashes) {
    const value = choices[field] === 'theirs' ? theirs : mine
    if (value === undefined) delete settled[field]
    else settled[field] = value
  }
  return unflatten(settled)
}

export function sameDraft(a: CaseDraft, b: CaseDraft): boolean {
  return equal(flatten(a), flatten(b))
}

function equal(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b)
}

/** The same text for the same content, however its keys are ordered. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part) ?? ''
}
