import type { ProtectedName } from '@api'
import { expect, test } from 'vitest'
import { dateOf } from './days'
import { changesOf } from './merge'
import { changeOf, FIELDS, valuesOf } from './protection'

const entry: ProtectedName = {
  id: 5011, version: 1, name: '白坝街', _class: 'OLD_STREET', classTitle: '老街老巷', batch: 1, listedOn: dateOf('2023-01-12'), meaning: '筑白石坝而名。', measures: ['SIGN', 'PUBLICITY'], formerNames: [],
}

test('every edited field has a title', () => {
  expect(Object.keys(valuesOf(entry)).toSorted()).toEqual(FIELDS.map(({ key }) => key).toSorted())
})

test('a change says only what changed', () => {
  const before = valuesOf(entry)
  const change = changeOf(changesOf(before, { ...before, class: 'OLD_VILLAGE', meaning: '', measures: 'SIGN', listedOn: '2024-02-01' }))
  expect(change).toEqual({ _class: 'OLD_VILLAGE', meaning: '', measures: ['SIGN'], listedOn: dateOf('2024-02-01') })
  expect(changeOf({})).toEqual({})
})

test('measures may all be taken away', () => {
  expect(changeOf({ measures: '' })).toEqual({ measures: [] })
})
