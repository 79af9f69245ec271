import type { BoundaryMarkerDetail, PatrolDetail } from '@api'
import { describe, expect, it } from 'vitest'
import { dayOf, utcDay } from './days'
import { bodyOf, csvOf, isMoved, nextSequence, sha256Of, usualNumber } from './forms'
import { gapOf, patrolShapes } from './shapes'

const MARKER: BoundaryMarkerDetail = { id: 3, version: 2, key: 'k', officialNumber: '1315004Q', sequence: 4, kind: 'SINGLE', kindTitle: '', status: 'INTACT', statusTitle: '', lon: 113.1, lat: 22.9, faces: ['甲'], witnesses: [{ description: '树', bearing: 3, distance: 4 }], photos: 0 }

describe('what is written about a line', () => {
  it('markers are numbered on, as the papers do', () => expect([nextSequence([]), nextSequence([MARKER]), usualNumber('1315', 4, 'PAIR_B')]).toEqual([1, 5, '1315004B']))
  it('a new marker asks for three witnesses', () => expect(bodyOf(undefined, 5, '1315', '440113')).toMatchObject({ officialNumber: '1315005Q', sequence: 5, managingCode: '440113', witnesses: [{}, {}, {}] }))
  it('a known one keeps what is registered and is not changed in place', () => {
    const body = bodyOf(MARKER, 9, '1315', '440113')
    body.witnesses[0]!.description = '桥'
    expect(body).toMatchObject({ sequence: 4, lon: 113.1 })
    expect(MARKER.witnesses[0]!.description).toBe('树')
  })
  it('only another position is a movement', () => expect([isMoved(undefined, { lon: 1, lat: 2 }), isMoved(MARKER, bodyOf(MARKER, 0, '', '')), isMoved(MARKER, { lon: 113.2, lat: 22.9 })]).toEqual([false, false, true]))
  it('a copy is known by its SHA-256', async () => expect(await sha256Of(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'))
  it('a day stays the day in every time zone', () => expect(dayOf(utcDay('2026-03-01')!)).toBe('2026-03-01'))
  it('a table runs nothing', () => expect(csvOf(['a'], [['=1+1', 2], ['说"好"', -3]])).toBe('\uFEFF"a"\r\n"\'=1+1",2\r\n"说""好""",-3\r\n'))
})

describe('a patrol on the map', () => {
  const line = { type: 'LineString' as const, coordinates: [[1, 2], [3, 4]] }
  const patrol = { patrol: { id: 7 }, shapes: { type: 'FeatureCollection', features: ['WALK', 'GAP'].map((kind) => ({ type: 'Feature', properties: { kind }, geometry: line })) } } as unknown as PatrolDetail
  it('shows what nobody walked strong and red', () => expect(patrolShapes(patrol)[1]).toMatchObject({ colour: '#d32f2f', weight: 6 }))
  it('knows each gap by its number', () => expect([gapOf(patrol, 0), gapOf(patrol, 1)]).toEqual([line, undefined]))
})
