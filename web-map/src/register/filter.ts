import { PlaceCategory, PlaceStatus, RegisterSort, type ListRegisterRequest } from '@api'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { dateOf, endOf } from './days'
import type { Day } from './timeAxis'

/** What the register is asked for; everything that is set narrows it. */
export interface RegisterFilter {
  q?: string
  division?: string
  category: PlaceCategory[]
  status: PlaceStatus[]
  protected?: boolean
  formerNames?: boolean
  changedSince?: Day
  /** the register as it was on this day; without it as it is now */
  asOf?: Day
  /** only what had been recorded by the end of this day */
  known?: Day
  sort: RegisterSort
  descending: boolean
}

export const everything: RegisterFilter = { category: [], status: [], sort: 'NAME', descending: false }

/** Whether anything but the order and the day is set. */
export function isNarrowed({ q, division, category, status, protected: listed, formerNames, changedSince }: RegisterFilter): boolean {
  return Boolean(q || division || category.length || status.length || listed || formerNames || changedSince)
}

/** Reads the address of the page; what is not understood is left out. */
export function filterOf(query: LocationQuery): RegisterFilter {
  const one = (key: string) => [query[key]].flat()[0] ?? undefined
  const many = <T extends string>(key: string, allowed: Record<string, T>) => {
    const asked = (one(key) ?? '').split(',')
    return Object.values(allowed).filter((value) => asked.includes(value))
  }
  const day = (key: string) => (dateOf(one(key)) ? one(key) : undefined)
  const q = one('q')?.trim().slice(0, 60)
  const division = one('division')
  return {
    q: q || undefined,
    division: division && /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/.test(division) ? division : undefined,
    category: many('category', PlaceCategory),
    status: many('status', PlaceStatus),
    protected: one('protected') === '1' || undefined,
    formerNames: one('former') === '1' || undefined,
    changedSince: day('since'),
    asOf: day('day'),
    known: day('day') && day('known'),
    sort: Object.values(RegisterSort).find((sort) => sort === one('sort')) ?? 'NAME',
    descending: one('desc') === '1',
  }
}

export function queryOf(filter: RegisterFilter): LocationQueryRaw {
  return Object.fromEntries(Object.entries({
    q: filter.q,
    division: filter.division,
    category: filter.category.join(','),
    status: filter.status.join(','),
    protected: filter.protected && '1',
    former: filter.formerNames && '1',
    since: filter.changedSince,
    day: filter.asOf,
    known: filter.asOf && filter.known,
    sort: filter.sort === 'NAME' ? undefined : filter.sort,
    desc: filter.descending ? '1' : undefined,
  }).filter(([, value]) => value)) as LocationQueryRaw
}

export function requestOf(filter: RegisterFilter): ListRegisterRequest {
  return {
    q: filter.q,
    division: filter.division,
    category: filter.category.length ? filter.category : undefined,
    status: filter.status.length ? filter.status : undefined,
    _protected: filter.protected,
    formerNames: filter.formerNames,
    changedSince: dateOf(filter.changedSince),
    asOf: dateOf(filter.asOf),
    recordedAt: filter.asOf ? endOf(filter.known) : undefined,
    sort: filter.sort,
    descending: filter.descending || undefined,
  }
}
