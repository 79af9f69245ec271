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
  { path: '/desk/cases', label: nav.cases, staff: true },
  { path: '/desk/deadlines', label: nav.deadlines, staff: true },
  { path: '/register', label: nav.register, staff: true },
  { path: '/desk/numbering', label: nav.numbering, roles: OFFICERS },
  { path: '/desk/plates', label: nav.plates, roles: READERS },
  { path: '/desk/signs', label: nav.signs, roles: READERS },
  { path: '/collection', label: nav.collection, roles: REVIEWERS },
  { path: '/protection', label: nav.protection },
  { path: '/profiles', label: nav.profiles, staff: true },
  { path: '/board', label: nav.board, roles: READERS },
  { path: '/sheets', label: nav.sheets, roles: REVIEWERS },
  { path: '/public/comments', label: nav.comments },
]

/** The pages that the reader may open, in the order of the menu. */
export function navItems(): NavItem[] {
  const role = session.account.value?.role
  return ITEMS.filter(({ staff, roles }) => (!staff || session.isStaff.value) && (!roles || (role !== undefined && roles.includes(role))))
}

/** The item that the address belongs to: the longest path that it begins with. */
export function activeItem(items: NavItem[], path: string): NavItem | undefined {
  return items
    .filter((item) => path === item.path || (!item.exact && path.startsWith(`${item.path}/`)))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}
