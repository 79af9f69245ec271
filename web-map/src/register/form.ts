import type { AttributeChange, MediaItem, PlaceCard, PlaceChange, RegisterEntry, RegistrationField } from '@api'
import { dayFrom, periodOf } from './days'
import type { Values } from './merge'
import { api } from '@/client'
import { formatDms } from '@/geo/dms'
import { formatTime } from '@/geo/format'
import { registerText as text } from '@/text/register.zh'
import { text as words } from '@/text.zh'

/** All that a registration form is filled from. */
export interface RecordSources {
  entry: RegisterEntry
  /** the card of today; an entry of the past goes without what only the card knows */
  card?: PlaceCard
  media: MediaItem[]
  /** who entered it first, and when */
  registered?: { at: Date; by: string }
}

let form: Promise<RegistrationField[]> | undefined

/** The fields of the 登记表 in its order; asked for once. */
export function loadForm(): Promise<RegistrationField[]> {
  form ??= api.nameRegister.getRegistrationForm().then(({ fields }) => withOrigin(fields.map((field) => ({ ...field, key: camelCase(field.key) }))), (error) => {
    form = undefined
    throw error
  })
  return form
}

/** Columns are named as in the database, "class_code"; the answers say "classCode". */
const camelCase = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The printed form has the origin of a name within its meaning; the record keeps it apart. */
function withOrigin(fields: RegistrationField[]): RegistrationField[] {
  const after = fields.findIndex(({ key }) => key === 'meaning') + 1
  if (!after || fields.some(({ key }) => key === 'origin')) return fields
  return fields.toSpliced(after, 0, { ...fields[after - 1]!, title: words.card.origin, key: 'origin', required: false })
}

export const editable = (fields: RegistrationField[]) => fields.filter((field) => field.editable && (field.source === 'COLUMN' || field.source === 'ATTRIBUTE'))

/** What can be the same for many records. */
export const bulkFields = (fields: RegistrationField[]) => editable(fields).filter(({ key }) => !OF_ONE.has(key))

const OF_ONE = new Set(['romanised', 'genericRomanised', 'mapName', 'description'])
/** Columns that a change names itself; all others travel among the attributes. */
const NAMED = new Set(['classCode', 'meaning', 'origin', 'history'])

/** The editable values of a record as a form holds them. */
export function valuesOf(fields: RegistrationField[], sources: RecordSources): Values {
  return Object.fromEntries(editable(fields).map((field) => [field.key, valueOf(field, sources)]))
}

/** Values as a request takes them, numbers as numbers. */
export function changeOf(values: Values, fields: RegistrationField[]): PlaceChange {
  const change: Record<string, unknown> = {}
  const attributes: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    const field = fields.find((known) => known.key === key)
    const typed = value !== '' && (field?.type === 'INTEGER' || field?.type === 'NUMBER') && Number.isFinite(Number(value)) ? Number(value) : value
    if (NAMED.has(key)) change[key] = typed
    else attributes[key] = typed
  }
  return { ...change, ...(Object.keys(attributes).length ? { attributes } : {}) }
}

export const attributeChange = (values: Values, fields: RegistrationField[]) => changeOf(values, fields) as AttributeChange

/** Why a value does not fit its field, or nothing. */
export function faultOf({ key, type, choices }: RegistrationField, value: string): string | undefined {
  if (value === '') return undefined
  if (key === 'classCode' && !/^\d{5}$/.test(value)) return text.form.classHint
  if (type === 'INTEGER' && !/^-?\d{1,9}$/.test(value)) return text.form.integer
  if (type === 'NUMBER' && !/^-?\d{1,9}(\.\d{1,6})?$/.test(value)) return text.form.number
  if (type === 'DATE' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return text.form.date
  return choices.length && !choices.includes(value) ? text.form.choice : undefined
}

/** What the form says in a field, whether it can be edited here or not. */
export function valueOf(field: RegistrationField, sources: RecordSources): string {
  const { entry, card } = sources
  switch (field.source) {
    case 'COLUMN': return columnOf(field, sources)
    case 'ATTRIBUTE': return say(entry.attributes[field.key])
    case 'NAMES': return namesOf(field.key, entry)
    case 'REGISTRATION': return (card?.registrations ?? []).map(({ code }) => code).filter(Boolean).join('、')
    case 'GEOMETRY': return coordinateOf(field.key, entry)
    case 'MEDIA': return mediaOf(field.key, sources.media)
    case 'AUDIT': return field.key === 'at' ? (sources.registered ? formatTime(sources.registered.at, false) : '') : field.key === 'account' ? (sources.registered?.by ?? '') : ''
    case 'FIXED': return field.choices[0] ?? field.key
  }
}

/** The same with codes explained, for reading. */
export function shownOf(field: RegistrationField, sources: RecordSources): string {
  const value = valueOf(field, sources)
  const { className, address, divisionName } = sources.entry
  if (field.key === 'classCode') return [className, value].filter(Boolean).join(' ')
  return field.key === 'divisionCode' ? [address ?? divisionName, value].filter(Boolean).join(' ') : value
}

function columnOf({ key, choices }: RegistrationField, { entry, card }: RecordSources): string {
  if (key === 'status' && choices.length === 2) return choices[entry.status === 'FORMER' || entry.status === 'RETIRED' ? 1 : 0]!
  const own = (entry as unknown as Record<string, unknown>)[key]
  return say(own ?? entry.attributes[key] ?? (card as unknown as Record<string, unknown> | undefined)?.[key])
}

function say(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (value instanceof Date) return dayFrom(value)!
  if (Array.isArray(value)) return value.map(say).join('、')
  if (typeof value === 'boolean') return value ? words.card.yes : words.card.no
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function namesOf(kind: string, { names }: RegisterEntry): string {
  return names.filter((name) => name.kind === kind.toUpperCase()).map((name) => {
    const period = periodOf(name.from, name.to)
    return period ? `${name.text}（${period}）` : name.text
  }).join('、')
}

function mediaOf(kind: string, media: MediaItem[]): string {
  const count = media.filter((item) => item.kind === kind.toUpperCase()).length
  return count === 0 ? '' : kind === 'voice' ? text.form.voices(count) : text.form.photos(count)
}

/** The form's four corners, "东经", "至东经", "北纬" and "至北纬"; a point has no "至". */
function coordinateOf(key: string, { geometry }: RegisterEntry): string {
  const box = geometry && boxOf(geometry as unknown as GeoJSON.Geometry)
  if (!box) return ''
  const [west, south, east, north] = box
  const isPoint = west === east && south === north
  const value = { minLon: west, minLat: south, maxLon: isPoint ? undefined : east, maxLat: isPoint ? undefined : north }[key]
  return value === undefined ? '' : formatDms(value)
}

export function boxOf(geometry: GeoJSON.Geometry): [number, number, number, number] | undefined {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return
    if (typeof part[0] === 'number') {
      const [lon, lat] = part as number[]
      box[0] = Math.min(box[0], lon!)
      box[1] = Math.min(box[1], lat!)
      box[2] = Math.max(box[2], lon!)
      box[3] = Math.max(box[3], lat!)
    } else part.forEach(visit)
  }
  if (geometry.type === 'GeometryCollection') geometry.geometries.forEach((part) => 'coordinates' in part && visit(part.coordinates))
  else visit(geometry.coordinates)
  return box[0] <= box[2] ? box : undefined
}

/** The form's fields under a few headings, in the form's own order. */
export function grouped(fields: RegistrationField[]): { title: string; fields: RegistrationField[] }[] {
  const groups = Object.entries(text.form.groups).map(([title, members]) => ({ title, members: members as readonly string[], fields: [] as RegistrationField[] }))
  const rest = groups.at(-1)!
  for (const field of fields) (groups.find(({ members }) => members.some((member) => field.title.startsWith(member))) ?? rest).fields.push(field)
  return groups.filter((group) => group.fields.length).map(({ title, fields: members }) => ({ title, fields: members }))
}

const LONG = new Set(['meaning', 'origin', 'history', 'description', 'otherInformation', 'source', 'remark'])

/** Fields that hold sentences rather than a word. */
export const isLong = ({ key }: RegistrationField) => LONG.has(key)
