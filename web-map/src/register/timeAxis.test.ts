import { expect, test } from 'vitest'
import { axisOf, dayNumber, dayOf, neighbour, numberAt, placeOn, snapped, ticksOf, today } from './timeAxis'

test.each([['1970-01-01', 0], ['1970-01', 0], ['1970', 0], ['1952-06-15', -6409], ['0618', -493808]])('%s is day %d', (day, number) => {
  expect(dayNumber(day)).toBe(number)
})

test.each(['清乾隆年间', '1952-13', '2023-02-30', '', undefined])('%s is no date', (day) => {
  expect(dayNumber(day)).toBeUndefined()
})

test('today is the day of the reader, not of Greenwich', () => {
  const evening = new Date('2026-11-25T23:30:00+08:00')
  evening.getTimezoneOffset = () => -480
  expect(today(evening)).toBe('2026-11-25')
})

test('the axis runs over whole years and is never shorter than five', () => {
  const axis = axisOf(['1952-06-15', undefined, '1998'], '2026-03-01')
  expect([dayOf(axis.from), dayOf(axis.to)]).toEqual(['1952-01-01', '2026-12-31'])
  const short = axisOf(['2026-02-01'], '2026-03-01')
  expect([dayOf(short.from), dayOf(short.to)]).toEqual(['2022-01-01', '2026-12-31'])
})

test('a day is found again where it was put', () => {
  const axis = axisOf(['1952'], '2026-03-01')
  const day = dayNumber('1984-05-04')!
  expect(dayOf(numberAt(axis, placeOn(axis, day)))).toBe('1984-05-04')
  expect(placeOn(axis, dayNumber('1900')!)).toBe(0)
})

test('years are written where their labels have room', () => {
  const axis = axisOf(['1952'], '2026-03-01')
  expect(ticksOf(axis, 600).map(({ label }) => label)).toEqual(['1960', '1970', '1980', '1990', '2000', '2010', '2020'])
  expect(ticksOf(axis, 200).map(({ label }) => label)).toEqual(['2000'])
})

test('a day near an event becomes the event, the nearest one', () => {
  expect(snapped(100, [90, 104, 200], 10)).toBe(104)
  expect(snapped(150, [90, 104, 200], 10)).toBe(150)
})

test('events are walked in both directions', () => {
  expect(neighbour(100, [90, 100, 104], 1)).toBe(104)
  expect(neighbour(100, [90, 100, 104], -1)).toBe(90)
  expect(neighbour(104, [90, 104], 1)).toBeUndefined()
})
