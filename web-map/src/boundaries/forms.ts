import type { BoundaryMarkerBody, BoundaryMarkerDetail } from '@api'

/** The header that says which version was seen. */
export const tagOf = (version: number): string => `"${version}"`

/** By which both sides' copies of an agreement are compared; the file itself stays where it is. */
export async function sha256Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const LETTERS = { SINGLE: 'Q', PAIR_A: 'A', PAIR_B: 'B', TRIPLE_C: 'C', TRIPLE_D: 'D', TRIPLE_E: 'E', THREE_WAY: 'I' } satisfies Record<BoundaryMarkerBody['kind'], string>

/** As the papers number markers: short code of the line, sequence, letter of the kind. */
export const usualNumber = (shortCode: string, sequence: number, kind: BoundaryMarkerBody['kind']): string => `${shortCode}${String(sequence).padStart(3, '0')}${LETTERS[kind]}`

export const nextSequence = (markers: readonly Pick<BoundaryMarkerDetail, 'sequence'>[]): number => Math.max(0, ...markers.map(({ sequence }) => sequence)) + 1

/** A marker as it is registered, to be changed; one that is new has three empty witnesses, the fewest that fix it. */
export function bodyOf(marker: BoundaryMarkerDetail | undefined, sequence: number, shortCode: string, managingCode: string): BoundaryMarkerBody {
  if (!marker) return { officialNumber: usualNumber(shortCode, sequence, 'SINGLE'), sequence, kind: 'SINGLE', managingCode, faces: [], witnesses: [1, 2, 3].map(() => ({ description: '', bearing: 0, distance: 0 })) }
  const { officialNumber, kind, status, lon, lat, placeText, material, size, faces, heightMetres, method, rmseMetres, setOn, witnesses } = marker
  return { officialNumber, sequence: marker.sequence, kind, status, lon, lat, placeText, material, size, faces, heightMetres, method, rmseMetres, setOn, managingCode: marker.managingCode ?? managingCode, witnesses: witnesses.map((one) => ({ ...one })) }
}

/** Whether a position differs from the registered one, which needs a basis (Art. 6). */
export const isMoved = (marker: BoundaryMarkerDetail | undefined, body: Pick<BoundaryMarkerBody, 'lon' | 'lat'>): boolean => marker !== undefined && (marker.lon !== body.lon || marker.lat !== body.lat)

/** A table that spreadsheets open as UTF-8; a spreadsheet must not run what somebody wrote into a cell. */
export function csvOf(head: readonly string[], rows: readonly (string | number)[][]): string {
  const cell = (value: string | number) => (typeof value === 'number' ? String(value) : `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`)
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
