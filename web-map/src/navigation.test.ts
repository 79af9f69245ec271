import { describe, expect, it } from 'vitest'
import { activeItem, grouped, type NavItem } from './navigation'

const items: NavItem[] = [
  { path: '/', label: 'map', exact: true },
  { path: '/desk', label: 'desk', exact: true },
  { path: '/desk/cases', label: 'cases' },
]

describe('the lit item of the menu', () => {
  it.each([
    ['/', 'map'],
    ['/desk', 'desk'],
    ['/desk/cases', 'cases'],
    ['/desk/cases/17', 'cases'],
    ['/desk/casesx', undefined],
    ['/about', undefined],
  ])('for %s is %s', (path, label) => expect(activeItem(items, path)?.label).toBe(label))
})

describe('the headings of the menu', () => {
  it('hold what belongs together, and a single item stands by itself', () => {
    const items: NavItem[] = [
      { path: '/', label: 'map' },
      { path: '/register', label: 'register', group: 'names' },
      { path: '/desk/plates', label: 'plates', group: 'doors' },
      { path: '/protection', label: 'protection', group: 'names' },
    ]
    expect(grouped(items).map(({ label, items: of }) => [label, ...of.map(({ path }) => path)])).toEqual([
      ['map', '/'],
      ['names', '/register', '/protection'],
      ['plates', '/desk/plates'],
    ])
  })
})
