import type { BoundaryMarkerDetail, BoundaryMarkerDetailStatusEnum, CoverageFindingCard, CoverageFindingCardWeightEnum, PatrolDetail } from '@api'
import type { Tag } from '@/doors/tagLayer'
import type { LonLat } from '@/geo/shifted'

/** What is drawn over the map: a line or an area with a colour. */
export interface Shape {
  key: string
  geometry: GeoJSON.Geometry
  colour: string
  weight: number
  dashed?: boolean
  filled?: boolean
}

export const WEIGHT_COLOURS: Record<CoverageFindingCardWeightEnum, string> = { ERROR: '#b3261e', WARN: '#c27a00', INFO: '#4a6b8a' }
export const LINE_COLOUR = '#7b2f8f'
const QUIET = '#a583b0'

/** The chosen line strong, the others quiet; village management lines are dashed. */
export function lineShape(id: number, geometry: GeoJSON.Geometry, kind: string, strong: boolean): Shape {
  return { key: `line-${id}`, geometry, colour: strong ? LINE_COLOUR : QUIET, weight: strong ? 4 : 2.5, dashed: kind !== 'LEGAL' }
}

export function findingShapes(findings: readonly CoverageFindingCard[], picked?: CoverageFindingCard): Shape[] {
  return findings.flatMap((finding, at) => (finding.shape
    ? [{ key: `finding-${at}`, geometry: finding.shape as unknown as GeoJSON.Geometry, colour: WEIGHT_COLOURS[finding.weight], weight: finding === picked ? 4 : 2, filled: true }]
    : []))
}

const SOUND: BoundaryMarkerDetailStatusEnum = 'INTACT'

export function markerTags(markers: readonly BoundaryMarkerDetail[], picked?: number): Tag[] {
  return markers.flatMap(({ id, lon, lat, officialNumber, status }): Tag[] => (lon === undefined || lat === undefined
    ? []
    : [{
        key: String(id), lon, lat, border: status === SOUND ? '#7b2f8f' : '#b3261e', strong: id === picked, rank: id === picked ? 0 : 1,
        lines: [{ text: officialNumber, fill: status === SOUND ? '#fbf3fd' : '#fdecea', ink: status === SOUND ? '#5d2070' : '#9a1f17' }],
      }]))
}

/** All corners of a geometry, for a view that shows it whole. */
export function cornersOf(geometry: GeoJSON.Geometry | undefined): LonLat[] {
  if (!geometry) return []
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(cornersOf)
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  const visit = (at: unknown): void => {
    const pair = at as number[]
    if (typeof pair[0] === 'number') {
      box.minX = Math.min(box.minX, pair[0])
      box.maxX = Math.max(box.maxX, pair[0])
      box.minY = Math.min(box.minY, pair[1]!)
      box.maxY = Math.max(box.maxY, pair[1]!)
    } else (at as unknown[]).forEach(visit)
  }
  visit(geometry.coordinates)
  return Number.isFinite(box.minX) ? [{ lon: box.minX, lat: box.minY }, { lon: box.maxX, lat: box.maxY }] : []
}

/** So many days until a day; negative when it is past. */
export function daysUntil(due: Date | undefined, today: Date): number | undefined {
  return due && Math.round((due.getTime() - today.getTime()) / 86_400_000)
}

const PATROL_STROKES: Record<string, Pick<Shape, 'colour' | 'weight' | 'dashed'>> = {
  GAP: { colour: '#d32f2f', weight: 6 }, WALK: { colour: '#1b6a86', weight: 2.5 }, FAST: { colour: '#c27a00', weight: 2.5, dashed: true }, JUMP: { colour: '#8a8f98', weight: 1.2, dashed: true },
}

/** A patrol over its line: the walk, and in red what nobody walked. */
export function patrolShapes({ patrol, shapes }: PatrolDetail): Shape[] {
  const { features } = shapes as unknown as GeoJSON.FeatureCollection
  return features.map(({ geometry, properties }, at) => ({ key: `patrol-${patrol.id}-${at}`, geometry, ...PATROL_STROKES[String(properties?.kind)]! }))
}

/** What a gap looks like, by its number from 0. */
export function gapOf({ shapes }: PatrolDetail, at: number): GeoJSON.Geometry | undefined {
  return (shapes as unknown as GeoJSON.FeatureCollection).features.filter(({ properties }) => properties?.kind === 'GAP')[at]?.geometry
}
