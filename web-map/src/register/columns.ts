import type { RegisterSort } from '@api'
import type { Column } from '@/components/register/VirtualTable.vue'
import { registerText as text } from '@/text/register.zh'

export type ColumnKey = keyof typeof text.columns

const all: (Omit<Column, 'label'> & { key: ColumnKey; always?: boolean; usual?: boolean })[] = [
  { key: 'name', width: 168, grow: true, sortable: true, always: true, usual: true },
  { key: 'romanised', width: 150, usual: true },
  { key: 'category', width: 120, sortable: true, usual: true },
  { key: 'className', width: 150 },
  { key: 'division', width: 130, sortable: true, usual: true },
  { key: 'status', width: 96, usual: true },
  { key: 'formerNames', width: 140, usual: true },
  { key: 'meaning', width: 220, grow: true },
  { key: 'validFrom', width: 110, numeric: true },
  { key: 'validTo', width: 110, numeric: true },
  { key: 'updatedAt', width: 136, sortable: true, numeric: true, usual: true },
  { key: 'version', width: 64, numeric: true },
  { key: 'id', width: 90, numeric: true },
]

/** Columns that the service can sort by. */
export const sortOf: Partial<Record<string, RegisterSort>> = { name: 'NAME', division: 'DIVISION', category: 'CLASS_CODE', updatedAt: 'UPDATED' }
export const columnOf = (sort: RegisterSort): string => Object.keys(sortOf).find((key) => sortOf[key] === sort)!

export const choosable = all.filter(({ always }) => !always).map(({ key }) => key)
export const usual = all.filter((column) => column.usual).map(({ key }) => key)

export function columnsFor(chosen: readonly string[]): Column[] {
  return all.filter(({ key, always }) => always || chosen.includes(key)).map((column) => ({ ...column, label: text.columns[column.key] }))
}

const STORED = 'diming.register.columns'

export function rememberedColumns(): ColumnKey[] {
  const stored = localStorage.getItem(STORED)?.split(',')
  return stored ? all.filter(({ key }) => stored.includes(key)).map(({ key }) => key) : usual
}

export function rememberColumns(chosen: readonly string[]): void {
  localStorage.setItem(STORED, chosen.join(','))
}
