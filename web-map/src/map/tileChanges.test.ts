import { expect, test } from 'vitest'
import { isHit } from './tileChanges'

const news = { seq: 7, tiles: [[16, 10, 20]] as [number, number, number][], ranges: [[12, 1, 2, 3, 4]] as [number, number, number, number, number][] }

test.each([
  [{ z: 16, x: 10, y: 20 }, true],
  [{ z: 15, x: 10, y: 20 }, false],
  [{ z: 12, x: 1, y: 2 }, true],
  [{ z: 12, x: 3, y: 4 }, true],
  [{ z: 12, x: 4, y: 4 }, false],
  [{ z: 11, x: 2, y: 3 }, false],
])('%j is hit: %s', (key, hit) => expect(isHit(news, key)).toBe(hit))

test('news without places hits nothing', () => expect(isHit({ seq: 1 }, { z: 0, x: 0, y: 0 })).toBe(false))
