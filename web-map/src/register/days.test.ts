import { expect, test } from 'vitest'
import { dateOf, dayFrom, periodOf } from './days'

test.each(['2024-07-01', '1901-01-01', '0618-06-18', '2024-02-29'])('%s survives the way into a date and back', (day) => {
  expect(dayFrom(dateOf(day))).toBe(day)
})

test.each(['2023-02-29', '1952', 'heute', '', undefined])('%s is no day', (day) => {
  expect(dateOf(day)).toBeUndefined()
})

test('a period may be open at either end', () => {
  const [from, to] = [dateOf('2001-05-01'), dateOf('2024-07-01')]
  expect([periodOf(from, to), periodOf(from, undefined), periodOf(undefined, to), periodOf(undefined, undefined)])
    .toEqual(['2001-05-01 – 2024-07-01', '2001-05-01 起', '至 2024-07-01', ''])
})
