/** Where a photo says it was taken. */
export interface PhotoPlace {
  lon: number
  lat: number
}

const GPS_POINTER = 0x8825
const ASCII = 2
const RATIONAL = 5

/** Reads the GPS position out of a JPEG's Exif segment (CIPA DC-008); undefined when it has none that makes sense. */
export function photoPlace(jpeg: ArrayBuffer): PhotoPlace | undefined {
  try {
    const tiff = exifOf(new DataView(jpeg))
    return tiff && positionOf(tiff)
  } catch {
    return undefined // cut off or damaged: as good as no position
  }
}

function exifOf(view: DataView): DataView | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; at + 10 < view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1)
    const length = view.getUint16(at + 2)
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) return new DataView(view.buffer, view.byteOffset + at + 10, length - 8)
    if (marker === 0xda) return undefined
    at += 2 + length
  }
  return undefined
}

function positionOf(tiff: DataView): PhotoPlace | undefined {
  const little = tiff.getUint16(0) === 0x4949
  const entries = (offset: number) => new Map(Array.from({ length: tiff.getUint16(offset, little) }, (_, i) => {
    const at = offset + 2 + i * 12
    return [tiff.getUint16(at, little), { type: tiff.getUint16(at + 2, little), at: at + 8 }] as const
  }))
  const pointer = entries(tiff.getUint32(4, little)).get(GPS_POINTER)
  if (!pointer) return undefined
  const gps = entries(tiff.getUint32(pointer.at, little))
  const letter = (tag: number) => (gps.get(tag)?.type === ASCII ? String.fromCharCode(tiff.getUint8(gps.get(tag)!.at)) : '')
  const degrees = (tag: number) => {
    const entry = gps.get(tag)
    if (entry?.type !== RATIONAL) return NaN
    const from = tiff.getUint32(entry.at, little)
    const part = (i: number) => tiff.getUint32(from + i * 8, little) / tiff.getUint32(from + i * 8 + 4, little)
    return part(0) + part(1) / 60 + part(2) / 3600
  }
  const lat = degrees(2) * (letter(1) === 'S' ? -1 : 1)
  const lon = degrees(4) * (letter(3) === 'W' ? -1 : 1)
  const sound = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0)
  return sound ? { lon, lat } : undefined
}
