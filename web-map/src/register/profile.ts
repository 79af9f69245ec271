import type { ProfileRow, ProfileSection } from '@api'
import { profilesText as text } from '@/text/profiles.zh'

/** Long lists of words are folded up beyond this many. */
export const FEW = 24

/** The fields that any row of a section fills, titles first and remarks last, otherwise in the order they come; a file stands for its words. */
export function fieldsOf({ rows }: ProfileSection): string[] {
  const weight = (field: string) => (field === 'title' ? -1 : field === 'note' ? 1 : 0)
  const fields = new Set(rows.flatMap(({ values }) => Object.keys(values)))
  if (fields.has('file')) fields.add('words').delete('file')
  return [...fields].toSorted((a, b) => weight(a) - weight(b))
}

export const titleOfField = (field: string) => text.fields[field] ?? field

/** A value as people read it: codes by their names, comparisons with their measures, yes and no as words. */
export function sayAll(field: string, value: unknown): string[] {
  if (value === undefined || value === null || value === '') return []
  if (Array.isArray(value)) return value.flatMap((part) => sayAll(field, part))
  if (typeof value === 'boolean') return [value ? '是' : '否']
  const known = text.values[field]?.[String(value)]
  return [known ?? sayComparison(String(value))]
}

/** "storeys >= 15" is "层数 ≥ 15". */
function sayComparison(value: string): string {
  const parts = /^(\w+) (>=|<=|>|<|=) ([\d.]+)$/.exec(value)
  const measure = parts && text.measures[parts[1]!]
  if (!parts || !measure) return value
  const sign = { '>=': '≥', '<=': '≤' }[parts[2]!] ?? parts[2]!
  return `${measure} ${sign} ${Number(parts[3]).toLocaleString('zh-CN')}`
}

/** Sections with only the rows that mention the words, or that the profile itself lays down. */
export function narrowed(sections: ProfileSection[], words: string, onlyFrom?: string): ProfileSection[] {
  const q = words.trim().toLowerCase()
  const mentions = ({ key, source, values }: ProfileRow) =>
    !q || [key, source, ...Object.entries(values).flatMap(([field, value]) => sayAll(field, value))].some((part) => part.toLowerCase().includes(q))
  return sections.map((section) => ({ ...section, rows: section.rows.filter((row) => (!onlyFrom || row.origin === onlyFrom) && mentions(row)) })).filter(({ rows }) => rows.length)
}
