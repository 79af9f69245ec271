import { expect, test } from 'vitest'
import { everything, filterOf, isNarrowed, queryOf, requestOf, type RegisterFilter } from './filter'

const full: RegisterFilter = {
  q: '李家', division: '3499', category: ['STREET', 'NATURAL_VILLAGE'], status: ['STANDARD'], protected: true, formerNames: true, changedSince: '2026-01-01', asOf: '1998-07-01', known: '2026-02-01', sort: 'UPDATED', descending: true,
}

test('a filter is read back from the address as it was written', () => {
  expect(filterOf(queryOf(full) as never)).toEqual(full)
  expect(queryOf(everything)).toEqual({})
})

test('nonsense in the address is left out', () => {
  expect(filterOf({ division: '34a', category: 'CASTLE,STREET', status: '', day: '1998-02-30', sort: 'COLOUR', since: 'x', protected: 'yes' })).toEqual({ ...everything, category: ['STREET'] })
})

test('neither order nor day narrow the register', () => {
  expect(isNarrowed({ ...everything, asOf: '1998-07-01', sort: 'CLASS_CODE' })).toBe(false)
  expect(isNarrowed({ ...everything, status: ['RETIRED'] })).toBe(true)
})

test('only what is set is asked for', () => {
  expect(JSON.parse(JSON.stringify(requestOf(everything)))).toEqual({ sort: 'NAME' })
  expect(requestOf(full).asOf?.getFullYear()).toBe(1998)
  expect(requestOf(full).recordedAt?.getHours()).toBe(23)
})
