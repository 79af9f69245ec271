import { describe, expect, it } from 'vitest'
import { photoPlace } from './exif'

/** A JPEG of nothing but an Exif segment with a position in degrees, minutes and hundredths of seconds. */
function jpeg(little: boolean, lat: [string, number, number, number], lon: [string, number, number, number]): ArrayBuffer {
  const tiff = new DataView(new ArrayBuffer(200))
  const u16 = (at: number, value: number) => tiff.setUint16(at, value, little)
  const u32 = (at: number, value: number) => tiff.setUint32(at, value, little)
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d)
  u16(2, 42)
  u32(4, 8)
  u16(8, 1)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => (u16(at, tag), u16(at + 2, type), u32(at + 4, count), u32(at + 8, value))
  entry(10, 0x8825, 4, 1, 26)
  u16(26, 4)
  const parts = [[lat, 1, 80], [lon, 3, 104]] as const
  parts.forEach(([[letter, ...values], tag, where], i) => {
    entry(28 + i * 24, tag, 2, 2, 0)
    tiff.setUint8(28 + i * 24 + 8, letter.charCodeAt(0))
    entry(40 + i * 24, tag + 1, 5, 3, where)
    values.forEach((value, k) => (u32(where + k * 8, k === 2 ? value * 100 : value), u32(where + k * 8 + 4, k === 2 ? 100 : 1)))
  })
  const file = new Uint8Array(12 + 200 + 20)
  file.set([0xff, 0xd8, 0xff, 0xe1, 0, 208, 0x45, 0x78, 0x69, 0x66, 0, 0])
  file.set(new Uint8Array(tiff.buffer), 12)
  return file.buffer
}

describe('the position in a photo', () => {
  it('is read in both orders of bytes', () => {
    for (const little of [true, false]) {
      const place = photoPlace(jpeg(little, ['N', 22, 54, 18.5], ['E', 113, 27, 0.25]))!
      expect(place.lat).toBeCloseTo(22 + 54 / 60 + 18.5 / 3600, 9)
      expect(place.lon).toBeCloseTo(113 + 27 / 60 + 0.25 / 3600, 9)
    }
  })

  it('knows south and west', () => {
    expect(photoPlace(jpeg(true, ['S', 10, 30, 0], ['W', 20, 30, 0]))).toEqual({ lat: -10.5, lon: -20.5 })
  })

  it('is not there when it is zero, nonsense, cut off or no photo', () => {
    expect(photoPlace(jpeg(true, ['N', 0, 0, 0], ['E', 0, 0, 0]))).toBeUndefined()
    expect(photoPlace(jpeg(true, ['N', 95, 0, 0], ['E', 113, 0, 0]))).toBeUndefined()
    expect(photoPlace(jpeg(true, ['N', 22, 0, 0], ['E', 113, 0, 0]).slice(0, 60))).toBeUndefined()
    expect(photoPlace(new TextEncoder().encode('<svg/>').buffer as ArrayBuffer)).toBeUndefined()
    expect(photoPlace(new ArrayBuffer(0))).toBeUndefined()
  })
})
