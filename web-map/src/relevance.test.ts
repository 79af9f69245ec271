import type { SearchHit } from '@api'
import { expect, test } from 'vitest'
import { onlySimilar, related } from './relevance'

const hit = (score: number): SearchHit => ({ id: 1, kind: 'PLACE', name: '白坝', lon: 117, lat: 30, score, confidence: score })

test('unrelated names are left out', () => {
  expect(related([hit(0.9), hit(0.3), hit(0.29)])).toHaveLength(2)
})

test('names that only look alike are told as such', () => {
  expect(onlySimilar([hit(0.49)])).toBe(true)
  expect(onlySimilar([hit(0.5), hit(0.3)])).toBe(false)
  expect(onlySimilar([])).toBe(false)
})
