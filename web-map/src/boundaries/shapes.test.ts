import type { BoundaryMarkerDetail, CoverageFindingCard } from '@api'
import { describe, expect, it } from 'vitest'
import { cornersOf, daysUntil, findingShapes, lineShape, markerTags } from './shapes'

const marker = (id: number, more: Partial<BoundaryMarkerDetail> = {}): BoundaryMarkerDetail => ({
  id, version: 1, key: `k${id}`, officialNumber: `13150${id}Q`, sequence: id, kind: 'SINGLE', kindTitle: '单立界桩', status: 'INTACT', statusTitle: '完好', lon: 113, lat: 22, witnesses: [], faces: [], photos: 0, ...more,
})

describe('lines, markers and findings on the map', () => {
  it('only legal lines are drawn solid', () => expect(['LEGAL', 'MANAGEMENT', 'PROPOSED'].map((kind) => lineShape(1, { type: 'LineString', coordinates: [] }, kind, false).dashed)).toEqual([false, true, true]))
  it('a marker without a position is not on the map', () => expect(markerTags([marker(1), marker(2, { lon: undefined })]).map(({ key }) => key)).toEqual(['1']))
  it('a damaged marker stands out', () => {
    const [sound, damaged] = markerTags([marker(1), marker(2, { status: 'DAMAGED' })])
    expect(sound!.border).not.toBe(damaged!.border)
  })
  it('the chosen finding is drawn strong', () => {
    const finding = { rule: 'GAP', weight: 'ERROR', shape: { type: 'Polygon', coordinates: [] } } as unknown as CoverageFindingCard
    expect(findingShapes([finding, { ...finding }], finding).map(({ weight }) => weight)).toEqual([4, 2])
  })
  it('a geometry of any depth has two corners', () => expect(cornersOf({ type: 'MultiPolygon', coordinates: [[[[1, 2], [3, 4], [0, 5], [1, 2]]]] })).toEqual([{ lon: 0, lat: 2 }, { lon: 3, lat: 5 }]))
  it('an empty geometry has none', () => expect(cornersOf({ type: 'LineString', coordinates: [] })).toEqual([]))
  it('days are counted to the inspection that is due', () => expect([daysUntil(new Date('2026-03-11'), new Date('2026-03-01')), daysUntil(new Date('2026-02-01'), new Date('2026-03-01')), daysUntil(undefined, new Date())]).toEqual([10, -28, undefined]))
})
