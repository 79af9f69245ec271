import type { SheetLayout, SheetTemplate } from '@api'
import type { LonLat } from '@/geo/shifted'

/** Metres on the ground. */
export interface Extent {
  width: number
  height: number
}

/** West, south, east, north. */
export type Box = [number, number, number, number]

const METRES_A_DEGREE = 111_320
const MM_A_METRE = 1000

/** The papers to choose from: a template that is only one orientation of another is no paper of its own. */
export function papersOf(templates: readonly SheetTemplate[]): SheetTemplate[] {
  const oriented = new Set(templates.filter(({ layouts }) => layouts.length > 1).flatMap(({ layouts }) => layouts.map(({ template }) => template)))
  return templates.filter(({ name }) => !oriented.has(name))
}

/** The layout of an orientation, or the one there is. */
export const layoutOf = ({ layouts }: SheetTemplate, portrait: boolean): SheetLayout | undefined => layouts.find((layout) => layout.portrait === portrait) ?? layouts[0]

/** What of the ground a layout shows at a scale. */
export const extentOf = ({ mapWidth, mapHeight }: SheetLayout, scale: number): Extent => ({ width: (mapWidth * scale) / MM_A_METRE, height: (mapHeight * scale) / MM_A_METRE })

/** The smallest scale at which all that is printed is also seen; the largest there is when that is too much already. */
export function scaleWithin(layout: SheetLayout, scales: readonly number[], seen: Extent): number | undefined {
  const fits = (scale: number) => {
    const { width, height } = extentOf(layout, scale)
    return width <= seen.width && height <= seen.height
  }
  return scales.findLast(fits) ?? scales[0]
}

/** The box of an extent around a point, within the world. */
export function boxAround({ lon, lat }: LonLat, { width, height }: Extent): Box {
  const north = height / 2 / METRES_A_DEGREE
  const east = width / 2 / METRES_A_DEGREE / Math.cos((Math.min(85, Math.abs(lat)) * Math.PI) / 180)
  return [Math.max(-180, lon - east), Math.max(-90, lat - north), Math.min(180, lon + east), Math.min(90, lat + north)]
}
