import type { BoundarySection } from '@api'
import { describe, expect, it } from 'vitest'
import { nextSection, sectionFaults, sentSections } from './sections'

const part = (fromMetres: number, toMetres: number): BoundarySection => ({ fromMetres, toMetres, basis: 'RIVER' })

describe('the stretches of a line', () => {
  it.each<[BoundarySection[], (string | undefined)[]]>([
    [[part(0, 500), part(500, 1000)], [undefined, undefined]],
    [[part(600, 1000), part(0, 500)], [undefined, undefined]],
    [[part(0, 1001)], [undefined]],
    [[part(0, 1001.5)], ['beyond']],
    [[part(400, 400)], ['order']],
    [[part(undefined as unknown as number, 400)], ['order']],
    [[part(0, 600), part(500, 1000)], [undefined, 'overlap']],
    [[part(500, 1000), part(0, 600)], ['overlap', undefined]],
    [[part(0, 600), part(0, 300)], [undefined, 'overlap']],
    [[part(0, 1000), part(100, 200), part(300, 400)], [undefined, 'overlap', 'overlap']],
  ])('%j are judged %j', (sections, faults) => expect(sectionFaults(sections, 1000)).toEqual(faults))
  it('go on where the last one ends, until the line ends', () => {
    expect(nextSection([], 1234.56)).toMatchObject({ fromMetres: 0, toMetres: 1234.5 })
    expect(nextSection([part(0, 700)], 1000)).toMatchObject({ fromMetres: 700, toMetres: 1000 })
    expect(nextSection([part(0, 999.4)], 1000)).toBeUndefined()
  })
  it('are sent in order and without blanks', () => {
    expect(sentSections([{ ...part(5, 9), feature: ' ' }, { ...part(0, 5), feature: ' 沙河 ', description: '' }])).toEqual([{ ...part(0, 5), feature: '沙河' }, part(5, 9)])
  })
})
