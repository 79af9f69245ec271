#!/usr/bin/env node
// Draws the village streets of the fictional demo county: the plates of each village name one street, which winds between
// every two rows of houses. Run again when buildings.geojson.gz changes.
//
//   node scripts/make-demo-streets.mjs
import {readFileSync, writeFileSync} from 'node:fs'
import {gunzipSync, gzipSync} from 'node:zlib'

const folder = 'data-import/src/main/resources/cn/diming/dataimport/demo/'
const METRES = 111_320
const ROW_GAP = 14
const BEYOND = 10

const villages = new Map()
for (const house of JSON.parse(gunzipSync(readFileSync(folder + 'buildings.geojson.gz'))).features) {
  const {town_id, village_id, street, plate} = house.properties
  const key = `${town_id}/${village_id}/${street}`
  if (plate) villages.set(key, [...(villages.get(key) ?? []), house])
}
const mean = numbers => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

function middle(house) {
  const ring = house.geometry.coordinates[0].slice(1)
  return [mean(ring.map(point => point[0])), mean(ring.map(point => point[1]))]
}

/** Rows of houses as [along, across] in metres, the rows from first to last. */
function rowsOf(houses) {
  const rows = []
  for (const house of [...houses].sort((a, b) => a[1] - b[1])) {
    if (rows.length && house[1] - mean(rows.at(-1).map(other => other[1])) < ROW_GAP) rows.at(-1).push(house)
    else rows.push([house])
  }
  return rows
}

function street(houses) {
  const places = houses.map(middle)
  const [lon, lat] = places[0]
  const east = METRES * Math.cos((lat * Math.PI) / 180)
  const flat = places.map(([x, y]) => [(x - lon) * east, (y - lat) * METRES])
  const steps = flat.slice(1).map(([x, y], i) => [x - flat[i][0], y - flat[i][1]]).filter(step => Math.hypot(...step) < 30)
  const angle = Math.atan2(mean(steps.map(step => step[1])), mean(steps.map(step => step[0])))
  const turn = ([x, y], by) => [x * Math.cos(by) - y * Math.sin(by), x * Math.sin(by) + y * Math.cos(by)]
  const turned = flat.map(point => turn(point, -angle))
  const rows = rowsOf(turned)
  const from = Math.min(...turned.map(point => point[0])) - BEYOND
  const to = Math.max(...turned.map(point => point[0])) + BEYOND
  const across = row => mean(row.map(point => point[1]))
  const line = []
  for (let i = 0; i < rows.length; i += 2) {
    const between = i + 1 < rows.length ? (across(rows[i]) + across(rows[i + 1])) / 2 : across(rows[i]) + ROW_GAP
    line.push(...((i / 2) % 2 ? [[to, between], [from, between]] : [[from, between], [to, between]]))
  }
  return line.map(point => turn(point, angle)).map(([x, y]) => [+(lon + x / east).toFixed(7), +(lat + y / METRES).toFixed(7)])
}

const features = [...villages.values()].map((houses, i) => {
  const {town_id, village_id, street: name} = houses[0].properties
  return {
    type: 'Feature',
    properties: {id: i + 1, town_id, village_id, name},
    geometry: {type: 'LineString', coordinates: street(houses)},
  }
})
writeFileSync(folder + 'village-streets.geojson.gz', gzipSync(JSON.stringify({type: 'FeatureCollection', features})))
console.log(`${features.length} streets`)
