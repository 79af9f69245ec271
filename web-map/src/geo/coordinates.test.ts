import { expect, test } from 'vitest'
import { formatArea, formatCoordinate, formatDistance } from './format'
import { toGaussKruger } from './gaussKruger'
import { fromGcj02, toBd09, toGcj02 } from './shifted'

// the published approximation at two places in Guangzhou
test.each([
  [113.319, 23.1089, 113.32441, 23.106289, 113.330951, 23.112055],
  [113.44, 22.9, 113.44547, 22.897377, 113.452001, 22.903127],
])('%d, %d is shifted as web maps shift it', (lon, lat, gcjLon, gcjLat, bdLon, bdLat) => {
  const gcj = toGcj02({ lon, lat })
  expect(gcj.lon).toBeCloseTo(gcjLon, 6)
  expect(gcj.lat).toBeCloseTo(gcjLat, 6)
  const bd = toBd09({ lon, lat })
  expect(bd.lon).toBeCloseTo(bdLon, 6)
  expect(bd.lat).toBeCloseTo(bdLat, 6)
})

test('taking the shift away again returns within a millimetre', () => {
  for (let lon = 75; lon < 135; lon += 7.3) {
    for (let lat = 18; lat < 53; lat += 4.1) {
      const back = fromGcj02(toGcj02({ lon, lat }))
      expect(Math.abs(back.lon - lon)).toBeLessThan(1e-8)
      expect(Math.abs(back.lat - lat)).toBeLessThan(1e-8)
    }
  }
})

test('abroad nothing is shifted', () => {
  expect(toGcj02({ lon: 2.35, lat: 48.85 })).toEqual({ lon: 2.35, lat: 48.85 })
})

// made with PROJ: +proj=etmerc +a=6378137 +rf=298.257222101
test.each([
  [113.319, 23.1089, 114, 500000, 430237.1425, 2556760.4076],
  [117.7093, 30.629, 117, 500000, 568002.8528, 3390057.3906],
  [113.44, 22.9, 114, 38500000, 38442544.5325, 2533572.5082],
  [118.49, 53.5, 117, 500000, 598871.74, 5931299.3983],
])('%d, %d is projected as PROJ projects it', (lon, lat, centralMeridian, falseEasting, easting, northing) => {
  const projected = toGaussKruger({ lon, lat }, { centralMeridian, falseEasting })
  expect(Math.abs(projected.easting - easting)).toBeLessThan(0.001)
  expect(Math.abs(projected.northing - northing)).toBeLessThan(0.001)
})

test('a coordinate is written in the system that is asked for', () => {
  const zone = { centralMeridian: 117, falseEasting: 500000 }
  const position = { lon: 117.7093, lat: 30.629 }
  expect(formatCoordinate(position, 'cgcs2000', zone)).toBe('117.709300, 30.629000')
  expect(formatCoordinate(position, 'projected', zone)).toBe('X 3390057.39  Y 568002.85')
  expect(formatCoordinate(position, 'gcj02', zone)).not.toBe(formatCoordinate(position, 'bd09', zone))
})

test('lengths and areas are written with fitting units', () => {
  expect([0.2, 35.4, 1234, 18300].map(formatDistance)).toEqual(['此处', '35 米', '1.2 公里', '18 公里'])
  expect([860.4, 3980000].map(formatArea)).toEqual(['860 平方米', '3.98 平方公里'])
})
