import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { placeTags as Place, Tag } from './tagLayer'

vi.stubGlobal('L', { Layer: class {}, point: () => ({}), latLng: () => ({}) })
let placeTags: typeof Place
beforeAll(async () => ({ placeTags } = await import('./tagLayer')))

const box = (key: string, x: number, more: Partial<Tag> = {}) => ({ tag: { key, lon: 0, lat: 0, lines: [], border: '', rank: 5, ...more }, minX: x, maxX: x + 30, minY: 0, maxY: 18 })
const worded = (boxes: ReturnType<typeof box>[], withWords = true) => placeTags(boxes, withWords).filter(({ words }) => words).map(({ tag }) => tag.key).toSorted()

describe('tags on the map', () => {
  it('of two that overlap the one with the lower rank has words', () => expect(worded([box('a', 0), box('b', 10, { rank: 1 }), box('c', 60)])).toEqual(['b', 'c']))
  it('the one that is pointed at always has words', () => expect(worded([box('a', 0), box('b', 10, { strong: true, rank: 9 })], false)).toEqual(['b']))
  it('from far away there are only dots', () => expect(worded([box('a', 0), box('c', 60)], false)).toEqual([]))
})
