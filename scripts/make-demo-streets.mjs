#!/usr/bin/env node
// Draws the village streets of the fictional demo county: the plates of each village name one street, which winds between
// every two rows of houses. Then gives the houses numbers along it, odd on the left, from the east or the south, as a bureau
// would have; every eighth village keeps the numbers its people gave themselves, house by house, for there is work to show.
// Run again when buildings.geojson.gz changes.
//
//   node scripts/make-demo-streets.mjs
import {readFileSync, writeFileSync} from 'node:fs'
import {gunzipSync, gzipSync} from 'node:zlib'

const folder = 'data-import/src/main/resources/cn/diming/dataimport/demo/'
const METRES = 111_320
const ROW_GAP = 14
const BEYOND = 10

const SELF_NUMBERED = 8

const buildings = JSON.parse(gunzipSync(readFileSync(folder + 'buildings.geojson.gz')))
const villages = new Map()
for (const house of buildings.features) {
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

/** The line's legs from the end where numbers begin: the eastern one, or the southern one of a street that runs north. */
function legsOf(line) {
  const east = METRES * Math.cos((line[0][1] * Math.PI) / 180)
  const flat = line.map(([lon, lat]) => [lon * east, lat * METRES])
  const [dx, dy] = [flat.at(-1)[0] - flat[0][0], flat.at(-1)[1] - flat[0][1]]
  if (Math.abs(dx) > Math.abs(dy) ? dx > 0 : dy < 0) flat.reverse()
  let before = 0
  return {east, legs: flat.slice(1).map((to, i) => {
    const from = flat[i]
    const leg = {from, to, before, length: Math.hypot(to[0] - from[0], to[1] - from[1])}
    before += leg.length
    return leg
  })}
}

/** Metres along the nearest leg, and whether the house is on its left. */
function stand(house, {east, legs}) {
  const [lon, lat] = middle(house)
  const [x, y] = [lon * east, lat * METRES]
  let nearest
  for (const {from, to, before, length} of legs) {
    const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
    const along = Math.min(length, Math.max(0, (x - from[0]) * ux + (y - from[1]) * uy))
    const away = Math.hypot(x - from[0] - along * ux, y - from[1] - along * uy)
    if (!nearest || away < nearest.away) nearest = {away, chainage: before + along, left: ux * (y - from[1]) - uy * (x - from[0]) > 0}
  }
  return nearest
}

/** One house in seventeen was built later, between two that had numbers. */
function number(houses, line) {
  const axis = legsOf(line)
  for (const left of [true, false]) {
    const along = houses.map(house => ({house, ...stand(house, axis)})).filter(one => one.left === left).sort((a, b) => a.chainage - b.chainage)
    let main = left ? -1 : 0
    let sub = 0
    for (const {house} of along) {
      const later = house.properties.id % 17 === 0 && main > 0
      sub = later ? sub + 1 : 0
      if (!later) main += 2
      house.properties.plate = sub ? `${main}号附${sub}号` : `${main}号`
    }
  }
}

const features = [...villages.values()].map((houses, i) => {
  const {town_id, village_id, street: name} = houses[0].properties
  const coordinates = street(houses)
  if (i % SELF_NUMBERED !== SELF_NUMBERED - 1) number(houses, coordinates)
  return {
    type: 'Feature',
    properties: {id: i + 1, town_id, village_id, name},
    geometry: {type: 'LineString', coordinates},
  }
})
writeFileSync(folder + 'village-streets.geojson.gz', gzipSync(JSON.stringify({type: 'FeatureCollection', features})))
writeFileSync(folder + 'buildings.geojson.gz', gzipSync(JSON.stringify(buildings), {level: 9}))
console.log(`${features.length} streets`)
