import type { SheetTemplate } from '@api'
import { describe, expect, test } from 'vitest'
import { boxAround, extentOf, layoutOf, papersOf, scaleWithin } from './printFrame'

const layout = (template: string, portrait: boolean, mapWidth: number, mapHeight: number) => ({ template, portrait, mapWidth, mapHeight })
const WIDE = layout('a4l', false, 200, 160)
const TALL = layout('a4p', true, 160, 200)
const TEMPLATES: SheetTemplate[] = [
  { name: 'a4l', title: 'A4（横）', layouts: [WIDE] },
  { name: 'a4p', title: 'A4（竖）', layouts: [TALL] },
  { name: 'a4', title: 'A4', layouts: [WIDE, TALL] },
  { name: 'wall', title: '墙图', layouts: [layout('wall', false, 900, 600)] },
]
const SCALES = [500, 1000, 5000, 10_000]

describe('the papers', () => {
  test('hold each paper once, whatever its orientations', () => {
    expect(papersOf(TEMPLATES).map(({ name }) => name)).toEqual(['a4', 'wall'])
  })

  test.each([[true, 'a4p'], [false, 'a4l']])('portrait %s is %s', (portrait, template) => {
    expect(layoutOf(TEMPLATES[2]!, portrait)?.template).toBe(template)
  })

  test('have the orientation there is when the other is asked for', () => {
    expect(layoutOf(TEMPLATES[3]!, true)?.template).toBe('wall')
  })
})

describe('the frame', () => {
  test('is as large on the ground as the paper at its scale', () => {
    expect(extentOf(WIDE, 5000)).toEqual({ width: 1000, height: 800 })
  })

  test.each([
    [{ width: 1200, height: 900 }, 5000],
    [{ width: 1000, height: 800 }, 5000],
    [{ width: 1200, height: 799 }, 1000],
    [{ width: 9000, height: 9000 }, 10_000],
    [{ width: 10, height: 10 }, 500],
  ])('in %o is at 1:%d', (seen, scale) => {
    expect(scaleWithin(WIDE, SCALES, seen)).toBe(scale)
  })

  test('has no scale before the service has told which there are', () => {
    expect(scaleWithin(WIDE, [], { width: 1, height: 1 })).toBeUndefined()
  })

  test('lies around the middle and is as wide in metres as it should be', () => {
    const [west, south, east, north] = boxAround({ lon: 113, lat: 60 }, { width: 2000, height: 1000 })
    expect((west + east) / 2).toBeCloseTo(113, 9)
    expect((south + north) / 2).toBeCloseTo(60, 9)
    expect((north - south) * 111_320).toBeCloseTo(1000, 3)
    expect((east - west) * 111_320 * 0.5).toBeCloseTo(2000, 3)
  })

  test('never leaves the world', () => {
    expect(boxAround({ lon: 179.9, lat: 89.9 }, { width: 9e6, height: 9e6 })).toEqual([expect.any(Number), expect.any(Number), 180, 90])
  })
})
