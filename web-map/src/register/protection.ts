import type { ProtectedName, ProtectedNameChange, ProtectionMeasure } from '@api'
import { dateOf, dayFrom } from './days'
import type { Values } from './merge'
import { protectionText as text } from '@/text/protection.zh'

export const STORIES = ['meaning', 'origin', 'evolution', 'events', 'people', 'legends'] as const

/** The fields that an officer edits, as a form and the comparison of two versions show them. */
export const FIELDS: { key: string; title: string }[] = [
  { key: 'class', title: text.dialog.class }, { key: 'batch', title: text.dialog.batch }, { key: 'listedOn', title: text.dialog.listedOn },
  ...STORIES.map((key) => ({ key, title: text[key] })),
  { key: 'measures', title: text.measuresTitle }, { key: 'measuresText', title: text.dialog.measuresText },
]

export function valuesOf(entry: ProtectedName): Values {
  return {
    class: entry._class,
    batch: String(entry.batch),
    listedOn: dayFrom(entry.listedOn) ?? '',
    ...Object.fromEntries(STORIES.map((key) => [key, entry[key] ?? ''])),
    measures: [...entry.measures].sort().join(','),
    measuresText: entry.measuresText ?? '',
  }
}

export function changeOf({ class: kind, batch, listedOn, measures, ...texts }: Values): ProtectedNameChange {
  return {
    ...texts,
    ...(kind ? { _class: kind as ProtectedNameChange['_class'] } : {}),
    ...(batch ? { batch: Number(batch) } : {}),
    ...(listedOn ? { listedOn: dateOf(listedOn) } : {}),
    ...(measures === undefined ? {} : { measures: measures.split(',').filter(Boolean) as ProtectionMeasure[] }),
  }
}
