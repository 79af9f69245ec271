import type { Role } from '@api'
import { session } from './session'
import { nav } from './text/nav.zh'

export interface NavItem {
  path: string
  label: string
  /** only for those who work here */
  staff?: boolean
  /** only for those with one of these roles */
  roles?: readonly Role[]
  /** shown below this heading, together with the others that have it */
  group?: string
  /** lit for this address alone, not for those below it */
  exact?: boolean
}

/** Those who may look into the registers of plates and signs. */
const READERS: readonly Role[] = ['NAMING_OFFICER', 'REVIEWER', 'BOUNDARY_INSPECTOR', 'ADMINISTRATOR']
/** Those who may see what people outside reported. */
const REVIEWERS: readonly Role[] = ['NAMING_OFFICER', 'REVIEWER', 'ADMINISTRATOR']
const OFFICERS: readonly Role[] = ['NAMING_OFFICER', 'ADMINISTRATOR']

const ITEMS: NavItem[] = [
  { path: '/', label: nav.map, exact: true },
  { path: '/desk', label: nav.desk, staff: true, exact: true },
  { path: '/desk/cases', label: nav.cases, group: nav.names, staff: true },
  { path: '/desk/deadlines', label: nav.deadlines, group: nav.names, staff: true },
  { path: '/register', label: nav.register, group: nav.names, staff: true },
  { path: '/protection', label: nav.protection, group: nav.names },
  { path: '/profiles', label: nav.profiles, group: nav.names, staff: true },
  { path: '/public/comments', label: nav.comments, group: nav.names },
  { path: '/desk/numbering', label: nav.numbering, group: nav.doors, roles: OFFICERS },
  { path: '/desk/plates', label: nav.plates, group: nav.doors, roles: READERS },
  { path: '/desk/signs', label: nav.signs, group: nav.doors, roles: READERS },
  { path: '/collection', label: nav.collection, group: nav.village, roles: REVIEWERS },
  { path: '/shops', label: nav.shops, group: nav.village, roles: REVIEWERS },
  { path: '/local', label: nav.local, group: nav.village, roles: REVIEWERS },
  { path: '/boundaries', label: nav.boundaries, group: nav.borders, roles: READERS },
  { path: '/inspections', label: nav.inspections, group: nav.borders, roles: READERS },
  { path: '/board', label: nav.board, roles: READERS },
  { path: '/sheets', label: nav.sheets, roles: REVIEWERS },
]

/** The pages that the reader may open, in the order of the menu. */
export function navItems(): NavItem[] {
  const role = session.account.value?.role
  return ITEMS.filter(({ staff, roles }) => (!staff || session.isStaff.value) && (!roles || (role !== undefined && roles.includes(role))))
}

/** A heading of the menu; one with a single item is that item. */
export interface NavGroup {
  label: string
  items: NavItem[]
}

/** The items below their headings, in the order of the first of each. */
export function grouped(items: NavItem[]): NavGroup[] {
  const groups = new Map<string, NavItem[]>()
  for (const item of items) groups.set(item.group ?? item.label, [...(groups.get(item.group ?? item.label) ?? []), item])
  return [...groups].map(([label, of]) => ({ label: of.length === 1 ? of[0]!.label : label, items: of }))
}

/** The item that the address belongs to: the longest path that it begins with. */
export function activeItem(items: NavItem[], path: string): NavItem | undefined {
  return items
    .filter((item) => path === item.path || (!item.exact && path.startsWith(`${item.path}/`)))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}
