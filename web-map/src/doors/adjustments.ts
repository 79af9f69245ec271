import type { NumberingAdjustment, NumberingAdjustmentActionEnum } from '@api'

type Adjustments = readonly NumberingAdjustment[]

/** What decides the number of a door: the newest of these stands. */
const ON_NUMBER: NumberingAdjustmentActionEnum[] = ['SET', 'LOCK', 'UNLOCK']

const replace = (list: Adjustments, next: NumberingAdjustment, actions: NumberingAdjustmentActionEnum[]): NumberingAdjustment[] =>
  [...list.filter(({ action, plateId }) => plateId !== next.plateId || !actions.includes(action)), next]

export const setNumber = (list: Adjustments, plateId: number, number: string) => replace(list, { action: 'SET', plateId, number }, ON_NUMBER)

export const lock = (list: Adjustments, plateId: number) => replace(list, { action: 'LOCK', plateId }, ON_NUMBER)

export const unlock = (list: Adjustments, plateId: number) => replace(list, { action: 'UNLOCK', plateId }, ON_NUMBER)

export const assign = (list: Adjustments, plateId: number, streetId: number) => replace(list, { action: 'ASSIGN', plateId, streetId }, ['ASSIGN'])

/** Degrees of EPSG:4490; a centimetre is enough. */
export function move(list: Adjustments, plateId: number, lon: number, lat: number): NumberingAdjustment[] {
  return replace(list, { action: 'MOVE', plateId, lon: +lon.toFixed(7), lat: +lat.toFixed(7) }, ['MOVE'])
}

export function reserve(list: Adjustments, streetId: number, number: string): NumberingAdjustment[] {
  const known = list.some((one) => one.action === 'RESERVE' && one.streetId === streetId && one.number === number)
  return known ? [...list] : [...list, { action: 'RESERVE', streetId, number }]
}

interface Numbered {
  plateId: number
  streetId?: number
  number: string
}

/** Each takes the other's number, and its street where that differs. */
export function swap(list: Adjustments, a: Numbered, b: Numbered): NumberingAdjustment[] {
  let next = setNumber(setNumber(list, a.plateId, b.number), b.plateId, a.number)
  if (a.streetId !== b.streetId && a.streetId && b.streetId) next = assign(assign(next, a.plateId, b.streetId), b.plateId, a.streetId)
  return next
}
