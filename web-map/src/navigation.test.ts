import { describe, expect, it } from 'vitest'
import { activeItem, type NavItem } from './navigation'

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
