/** Lines out of files that people have: GeoJSON, GPX, KML, WKT, and tables of coordinates. Everything stays in the browser. */
export type Line = [number, number][]

/** What is wrong with the file, for the person; a key of the texts. */
export type LineFileFault = 'unreadable' | 'noLine' | 'tooLong'

export class LineFileError extends Error {
  constructor(readonly fault: LineFileFault) {
    super(fault)
  }
}

const MOST_VERTICES = 100_000

export function linesOf(name: string, text: string): Line[] {
  const lines = read(name.toLowerCase(), text.replace(/^\uFEFF/, '').trim()).filter((line) => line.length > 1)
  if (!lines.length) throw new LineFileError('noLine')
  if (lines.reduce((sum, line) => sum + line.length, 0) > MOST_VERTICES) throw new LineFileError('tooLong')
  return joined(lines)
}

export function geometryOf(lines: readonly Line[]): GeoJSON.LineString | GeoJSON.MultiLineString {
  return lines.length === 1 ? { type: 'LineString', coordinates: lines[0]! } : { type: 'MultiLineString', coordinates: lines as Line[] }
}

function read(name: string, text: string): Line[] {
  if (text.startsWith('{')) return ofGeoJson(parse(text))
  if (text.startsWith('<')) return ofXml(text)
  if (/^(SRID=\d+;)?\s*(MULTI)?LINESTRING/i.test(text)) return ofWkt(text)
  return ofTable(text, name.endsWith('.tsv'))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new LineFileError('unreadable')
  }
}

function ofGeoJson(node: unknown): Line[] {
  const { type, features, geometry, geometries, coordinates } = (node ?? {}) as Record<string, unknown>
  switch (type) {
    case 'FeatureCollection': return list(features).flatMap(ofGeoJson)
    case 'Feature': return ofGeoJson(geometry)
    case 'GeometryCollection': return list(geometries).flatMap(ofGeoJson)
    case 'LineString': return [positions(list(coordinates))]
    case 'MultiLineString': return list(coordinates).map((part) => positions(list(part)))
    default: return []
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const positions = (all: unknown[]): Line => all.map((at) => pair(list(at)[0], list(at)[1]))

function pair(x: unknown, y: unknown): [number, number] {
  const [lon, lat] = [x, y].map((value) => (typeof value === 'number' || (typeof value === 'string' && value.trim()) ? Number(value) : NaN)) as [number, number]
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) throw new LineFileError('unreadable')
  return [lon, lat]
}

/** Browsers read XML without fetching anything it names. */
function ofXml(text: string): Line[] {
  if (/<!DOCTYPE/i.test(text)) throw new LineFileError('unreadable')
  const file = new DOMParser().parseFromString(text, 'application/xml')
  if (file.getElementsByTagName('parsererror').length) throw new LineFileError('unreadable')
  const all = (within: Document | Element, name: string) => [...within.getElementsByTagNameNS('*', name)]
  const gpx = [...all(file, 'trkseg'), ...all(file, 'rte')].map((part) => [...all(part, 'trkpt'), ...all(part, 'rtept')].map((at) => pair(at.getAttribute('lon'), at.getAttribute('lat'))))
  const kml = all(file, 'LineString').flatMap((line) => all(line, 'coordinates')).map(({ textContent }) => (textContent ?? '').trim().split(/\s+/).map((at) => pair(...(at.split(',') as [string, string]))))
  return [...gpx, ...kml]
}

function ofWkt(text: string): Line[] {
  return [...text.matchAll(/\(([^()]+)\)/g)].map(([, part]) => part!.split(',').map((at) => pair(...(at.trim().split(/\s+/) as [string, string]))))
}

/** Each row has a longitude and a latitude, perhaps a number before; a row without them ends a part. */
function ofTable(text: string, tabs: boolean): Line[] {
  const lines: Line[] = [[]]
  let head: string[] | undefined
  for (const row of text.split(/\r?\n/)) {
    const cells = row.trim().split(tabs ? '\t' : /[,;，；\t]|\s+/).map((cell) => cell.trim()).filter(Boolean)
    const numbers = cells.map(Number).map((value, column) => ({ value, column })).filter(({ value }) => Number.isFinite(value))
    const [x, y] = [column(head, /^(lon|lng|x|经度|东)/i), column(head, /^(lat|y|纬度|北)/i)]
    if (x !== undefined && y !== undefined && cells.length > Math.max(x, y)) lines.at(-1)!.push(pair(cells[x], cells[y]))
    else if (numbers.length >= 2) lines.at(-1)!.push(afterNumber(numbers.map(({ value }) => value)))
    else if (cells.length >= 2 && !head) head = cells
    else lines.push([])
  }
  return lines
}

/** A small whole number before two others counts the rows; what follows two others is a height. */
function afterNumber(numbers: number[]): [number, number] {
  const from = numbers.length > 2 && Number.isInteger(numbers[0]) && numbers[0]! < 10_000 ? 1 : 0
  return [numbers[from]!, numbers[from + 1]!]
}

const column = (head: string[] | undefined, name: RegExp) => {
  const at = head?.findIndex((title) => name.test(title)) ?? -1
  return at < 0 ? undefined : at
}

/** Parts that follow one another are one line. */
function joined(lines: Line[]): Line[] {
  return lines.reduce<Line[]>((all, line) => {
    const last = all.at(-1)
    if (last && last.at(-1)![0] === line[0]![0] && last.at(-1)![1] === line[0]![1]) last.push(...line.slice(1))
    else all.push([...line])
    return all
  }, [])
}
