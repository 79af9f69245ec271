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
}

let form: Promise<RegistrationField[]> | undefined

/** The fields of the 登记表 in its order; asked for once. */
export function loadForm(): Promise<RegistrationField[]> {
  form ??= api.nameRegister.getRegistrationForm().then(({ fields }) => fields, (error) => {
    form = undefined
    throw error
  })
  return form
}

export const editable = (fields: RegistrationField[]) => fields.filter((field) => field.editable && (field.source === 'COLUMN' || field.source === 'ATTRIBUTE'))

/** What can sensibly be the same for many records; texts about one place cannot, but clearing or classing them can. */
export const bulkFields = (fields: RegistrationField[]) => editable(fields).filter(({ key }) => BULK_COLUMNS.has(key) || !COLUMNS.has(key))

const COLUMNS = new Set(['classCode', 'meaning', 'origin', 'history', 'source'])
const BULK_COLUMNS = new Set(['classCode', 'meaning', 'origin', 'history'])

/** The editable values of a record as a form holds them. */
export function valuesOf(fields: RegistrationField[], sources: RecordSources): Values {
  return Object.fromEntries(editable(fields).map((field) => [field.key, valueOf(field, sources)]))
}

/** Values as a request takes them: columns by name, the rest among the attributes, numbers as numbers. */
export function changeOf(values: Values, fields: RegistrationField[]): PlaceChange {
  const change: Record<string, unknown> = {}
  const attributes: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    const field = fields.find((known) => known.key === key)
    const typed = value !== '' && (field?.type === 'INTEGER' || field?.type === 'NUMBER') && Number.isFinite(Number(value)) ? Number(value) : value
    if (field?.source === 'ATTRIBUTE') attributes[key] = typed
    else change[key] = typed
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
  const { entry } = sources
  switch (field.source) {
    case 'COLUMN': return say((entry as unknown as Record<string, unknown>)[field.key] ?? (sources.card as unknown as Record<string, unknown> | undefined)?.[field.key])
    case 'ATTRIBUTE': return say(entry.attributes[field.key])
    case 'NAMES': return namesOf(field.key, entry)
    case 'REGISTRATION': return (sources.card?.registrations ?? []).map((registration) => say((registration as unknown as Record<string, unknown>)[field.key])).filter(Boolean).join('、')
    case 'GEOMETRY': return coordinateOf(field.key, entry)
    case 'MEDIA': return mediaOf(sources.media)
    case 'AUDIT': return field.type === 'DATE' && sources.card?.updatedAt ? formatTime(sources.card.updatedAt) : ''
    case 'FIXED': return field.key
  }
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

function mediaOf(media: MediaItem[]): string {
  const [photos, voices] = [media.filter(({ kind }) => kind === 'PHOTO').length, media.filter(({ kind }) => kind === 'VOICE').length]
  return [photos && text.form.photos(photos), voices && text.form.voices(voices)].filter(Boolean).join('，')
}

/** The form's four corners, "东经", "至东经", "北纬" and "至北纬"; a point has no "至". */
function coordinateOf(key: string, { geometry }: RegisterEntry): string {
  const box = geometry && boxOf(geometry as unknown as GeoJSON.Geometry)
  if (!box) return ''
  const [west, south, east, north] = box
  const isPoint = west === east && south === north
  const value = { west, south, east: isPoint ? undefined : east, north: isPoint ? undefined : north }[key.toLowerCase()]
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
