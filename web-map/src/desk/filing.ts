import type { CaseCard, PlaceCategory, CaseDraft, CaseItemAction, CaseItemBody, CaseItemDraft, CaseType, EntityFacts, RecordKind } from '@api'
import { areaSquareMetres, bearingDegrees, lengthMetres } from '@/draw/measure'
import type { Sketch, SketchKind } from '@/draw/sketch'
import { formatArea } from '@/geo/format'
import { desk } from '@/text/desk.zh'
import { draw } from '@/text/draw.zh'
import { text } from '@/text.zh'

/** A batch begins with names; each of its items may be changed to something else. */
export const actionOf = (type: CaseType): CaseItemAction => (type === 'BATCH' ? 'NAME' : type)

export const needsName = (action: CaseItemAction): boolean => action !== 'CANCEL'
export const needsPlace = (action: CaseItemAction): boolean => action !== 'NAME'

export function emptyDraft(type: CaseType, applicant = ''): CaseDraft {
  return { type, applicant, contact: '', reason: '', reports: [], items: [emptyItem(actionOf(type))] }
}

export function emptyItem(action: CaseItemAction): CaseItemDraft {
  return { action, mergedIds: [], variants: [] }
}

/** A case as it comes from the server, as the form holds it. */
export function draftOf(card: CaseCard): CaseDraft {
  const { type, title, divisionCode, applicant, contact, reason, reports, items } = card
  return { type, title, divisionCode, applicant, contact, reason, reports: structuredClone(reports), items: items.map(itemOf) }
}

function itemOf(item: CaseItemBody): CaseItemDraft {
  const {
    action, placeId, mergedIds, variants, name, romanised, category, classCode, divisionCode, geometry, location, scale, nature, meaning, origin, reason, justification,
  } = item
  return {
    action, placeId, mergedIds: [...mergedIds], variants: [...variants], name, romanised, category, classCode, divisionCode, geometry, location, scale, nature, meaning, origin, reason,
    justification,
  }
}

/** A line is a street; an area or a point is most often a natural village here. */
export function categoryOfShape(kind: SketchKind): PlaceCategory {
  return kind === 'line' ? 'STREET' : 'NATURAL_VILLAGE'
}

/** By the first digits of the class code (GB/T 18521), the longest first. */
const CATEGORY_OF_CLASS: [string, PlaceCategory][] = [
  ['2761', 'VILLAGE_SEAT'], ['2762', 'VILLAGE_SEAT'], ['2223', 'OTHER'], ['216', 'VILLAGE_SEAT'], ['222', 'NATURAL_VILLAGE'], ['21', 'DIVISION'], ['22', 'ESTATE'], ['23', 'FACILITY'],
  ['24', 'FACILITY'], ['25', 'PARK'], ['26', 'ESTATE'], ['27', 'FACILITY'], ['1', 'NATURAL'],
]

export function categoryOfRecord(kind: RecordKind, classCode?: string): PlaceCategory {
  if (kind === 'STREET') return 'STREET'
  return CATEGORY_OF_CLASS.find(([digits]) => classCode?.startsWith(digits))?.[1] ?? 'OTHER'
}

/** The class that a new name of the category is registered under where there is only one usual choice. */
export function usualClass(category: PlaceCategory): string | undefined {
  return category === 'NATURAL_VILLAGE' ? '22200' : undefined
}

const WIDTH = /宽约?\s*(\d+(?:\.\d+)?)\s*米/
const STOREYS = /(\d+)\s*层/

/** The figures that somebody has written down, for the rules on generic terms. */
export function factsOf(scale?: string): EntityFacts {
  const [width, storeys] = [WIDTH, STOREYS].map((pattern) => pattern.exec(scale ?? '')?.[1])
  return { ...(width && { widthMetres: Number(width) }), ...(storeys && { storeys: Number(storeys) }) }
}

/** "长约 612 米，宽 6 米" or "占地约 18,000 平方米". */
export function scaleOf({ kind, path }: Sketch, { widthMetres, storeys }: EntityFacts): string {
  const parts: string[] = []
  if (kind === 'line' && path.length > 1) parts.push(`长约 ${Math.round(lengthMetres(path))} ${text.units.metre}`)
  if (kind === 'polygon' && path.length > 2) parts.push(`占地约 ${formatArea(areaSquareMetres(path))}`)
  if (widthMetres) parts.push(`宽 ${widthMetres} ${text.units.metre}`)
  if (storeys) parts.push(`${storeys} 层`)
  return parts.join('，')
}

/** Opposite ends of the compass by the bearing from start to end: what a street is said to begin and end in. */
export function compassEnds({ path }: Sketch): { from: string; to: string } | undefined {
  if (path.length < 2) return undefined
  const sector = Math.round(bearingDegrees(path[0]!, path.at(-1)!) / 45) % 8
  return { to: draw.compass[sector]!, from: draw.compass[(sector + 4) % 8]! }
}

/** "西起村委会，东至市场", from what the map knows near the two ends. */
export function locationOf(sketch: Sketch, startsAt: string | undefined, endsAt: string | undefined): string {
  const ends = sketch.kind === 'line' ? compassEnds(sketch) : undefined
  if (!ends) return startsAt ?? ''
  const parts = [startsAt && `${ends.from}起${startsAt}`, endsAt && `${ends.to}至${endsAt}`].filter(Boolean)
  return parts.length > 0 ? parts.join('，') : draw.course(ends.from, ends.to)
}

export function titleOf({ type, title, items = [] }: CaseDraft): string {
  if (title) return title
  const names = items.map(({ name }) => name).filter(Boolean)
  if (names.length === 0) return `${desk.types[type]}${desk.home.untitled}`
  return type === 'BATCH' && names.length > 1 ? `${names[0]}等 ${names.length} 个名称` : `${names[0]}${desk.types[type]}`
}

/** Empty texts mean nothing was filled in and are not sent. */
export function sent(draft: CaseDraft): CaseDraft {
  const clean = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== '' && part !== undefined && part !== null)) as T
  return {
    ...clean(draft),
    items: (draft.items ?? []).map((item) => clean({ ...item, name: item.name?.trim() })),
    reports: (draft.reports ?? []).map(({ paper, sections }) => ({ paper, sections: clean(sections) })).filter(({ sections }) => Object.keys(sections).length > 0),
  }
}
