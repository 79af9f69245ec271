#!/usr/bin/env node
// Verifies a proof that door plates do not conflict (DP-01 to DP-05), from the exported file alone: reads every number, finds
// the side of every door by trying every piece of its street, compares every plate with every other one of its street. It
// shares no code with the engine that made the proof.
//
//   node scripts/verify-plates.mjs EXPORT.json PROOF.json
//
// Ends with 0 when the report is genuine and true, with 1 and the differences when it is not.
import {createHash, createPublicKey, verify} from 'node:crypto'
import {readFileSync} from 'node:fs'

const [exportFile, proofFile] = process.argv.slice(2)
if (!exportFile || !proofFile) {
  console.error('用法：node scripts/verify-plates.mjs 导出文件 证明文件')
  process.exit(2)
}
const exportText = readFileSync(exportFile, 'utf8')
const proof = JSON.parse(readFileSync(proofFile, 'utf8'))
const {profile, centre, streets, plates} = JSON.parse(exportText)
const wrong = []

// ---- the report itself
const {signature, ...signed} = proof
const key = createPublicKey({key: Buffer.from(signature.publicKey, 'base64'), format: 'der', type: 'spki'})
if (!verify(null, Buffer.from(JSON.stringify(signed)), key, Buffer.from(signature.value, 'base64'))) {
  wrong.push('签名不符：证明文件被改动过')
}
if (createHash('sha256').update(exportText).digest('hex') !== proof.exportSha256) {
  wrong.push('摘要不符：导出文件不是证明所指的那一份')
}
if (plates.length !== proof.plates || streets.length !== proof.streets) wrong.push('数量不符')

// ---- geometry on a sphere of the local radius, good to some centimetres over a street
const RADIUS = 6_371_000
const rad = degrees => (degrees * Math.PI) / 180
const flat = ([lon, lat], [lon0, lat0]) => [rad(lon - lon0) * RADIUS * Math.cos(rad(lat0)), rad(lat - lat0) * RADIUS]
const distance = (a, b) => Math.hypot(...flat(a, b))
const equal = (a, b) => a[0] === b[0] && a[1] === b[1]

/** Joins pieces that share an end where just two of them meet. */
function joined(pieces) {
  const lines = pieces.map(piece => [...piece])
  const degree = point => lines.reduce((n, line) => n + equal(line[0], point) + equal(line.at(-1), point), 0)
  for (let again = true; again; ) {
    again = false
    outer: for (let i = 0; i < lines.length; i++) {
      for (let j = 0; j < lines.length; j++) {
        if (i === j) continue
        for (const reversed of [lines[j], [...lines[j]].reverse()]) {
          for (const mine of [lines[i], [...lines[i]].reverse()]) {
            if (equal(mine.at(-1), reversed[0]) && degree(reversed[0]) === 2) {
              lines[i] = [...mine, ...reversed.slice(1)]
              lines.splice(j, 1)
              again = true
              break outer
            }
          }
        }
      }
    }
  }
  return lines
}

/** The street's pieces from the end where numbers begin. */
function laidOut(pieces, nearness) {
  const rest = joined(pieces)
  const ends = rest.flatMap(line => [line[0], line.at(-1)])
  let last = ends.reduce((best, end) => (nearness(end) < nearness(best) ? end : best))
  const laid = []
  const euclid = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1])
  while (rest.length) {
    const gap = line => Math.min(euclid(line[0], last), euclid(line.at(-1), last))
    const next = rest.reduce((best, line) => (gap(line) < gap(best) ? line : best))
    rest.splice(rest.indexOf(next), 1)
    const line = euclid(next.at(-1), last) < euclid(next[0], last) ? [...next].reverse() : next
    laid.push(line)
    last = line.at(-1)
  }
  return laid
}

const isEastWest = (from, to) => {
  const [x, y] = flat(to, from)
  return Math.abs(x) > Math.abs(y) + 1e-9
}

/** Metres from a point to the nearest piece of a street. */
const gapTo = (pieces, point) => stand(pieces, point).gap

/** Whether a point is in the rectangle around a street, a good margin included; spares measuring the others. */
function isAround(street, [lon, lat]) {
  street.box ??= street.line.flat().reduce(
    ([west, south, east, north], [x, y]) => [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)],
    [180, 90, -180, -90],
  )
  const [west, south, east, north] = street.box
  const margin = 0.001
  return lon > west - margin && lon < east + margin && lat > south - margin && lat < north + margin
}

/** The end on another street, of a street that has just one such end. */
function mouth(street, drawn) {
  const ends = [drawn[0][0], drawn.at(-1).at(-1)]
  const meeting = ends.filter(end =>
    streets.some(other => other.id !== street.id && isAround(other, end) && gapTo(other.line, end) <= 5))
  return meeting.length === 1 ? meeting[0] : null
}

function layout(street) {
  const drawn = laidOut(street.line, () => 0)
  const begin = profile.deadEndFromMouth ? mouth(street, drawn) : null
  const eastWest = isEastWest(drawn[0][0], drawn.at(-1).at(-1))
  const nearness = {
    EAST: p => -p[0], WEST: p => p[0], NORTH: p => -p[1], SOUTH: p => p[1], CENTRE: p => distance(p, centre),
  }[eastWest ? profile.eastWest : profile.northSouth]
  const pieces = laidOut(street.line, begin ? p => distance(p, begin) : nearness)
  const [x, y] = flat(pieces.at(-1).at(-1), pieces[0][0])
  const growsEastOrNorth = isEastWest(pieces[0][0], pieces.at(-1).at(-1)) ? x > 0 : y > 0
  const oddLeft = profile.odd === 'LEFT' || (profile.odd === 'NORTH_OR_WEST' && growsEastOrNorth)
  return {pieces, oddLeft}
}

/** How far along, and on which side: 1 left, -1 right, 0 neither. */
function stand(pieces, point) {
  let best = {gap: Infinity}
  let run = 0
  let previous = pieces[0][0]
  const legs = []
  for (const line of pieces) {
    run += distance(previous, line[0])
    for (let i = 1; i < line.length; i++) {
      const length = distance(line[i], line[i - 1])
      if (length > 0) legs.push({a: line[i - 1], b: line[i], run, length, first: i === 1, last: i === line.length - 1})
      run += length
    }
    previous = line.at(-1)
  }
  const left = leg => {
    const [px, py] = flat(point, leg.a)
    const [bx, by] = flat(leg.b, leg.a)
    return (bx * py - by * px) / Math.hypot(bx, by)
  }
  legs.forEach((leg, index) => {
    const [px, py] = flat(point, leg.a)
    const [bx, by] = flat(leg.b, leg.a)
    const t = (px * bx + py * by) / (bx * bx + by * by)
    const clamped = Math.min(1, Math.max(0, t))
    const gap = Math.hypot(px - clamped * bx, py - clamped * by)
    if (gap < best.gap - 1e-9) best = {gap, index, t}
  })
  const leg = legs[best.index]
  let side = left(leg)
  const neighbour = best.t < 0 && !leg.first ? legs[best.index - 1] : best.t > 1 && !leg.last ? legs[best.index + 1] : null
  if (neighbour && Math.abs(left(neighbour)) > Math.abs(side)) side = left(neighbour)
  const low = best.index === 0 ? -Infinity : 0
  const high = best.index === legs.length - 1 ? Infinity : 1
  const along = leg.run + Math.min(high, Math.max(low, best.t)) * leg.length
  return {along, side: Math.abs(side) <= profile.axisToleranceMetres ? 0 : Math.sign(side), gap: best.gap}
}

// ---- the examination
const found = {'DP-01': 0, 'DP-02': 0, 'DP-03': 0, 'DP-04': 0, 'DP-05': 0}
const layouts = new Map(streets.map(street => [street.id, layout(street)]))
const groups = new Map()
for (const plate of plates) {
  let group = `village ${plate.division}`
  if (plate.streetName.trim()) {
    const town = plate.division.slice(0, 9)
    let candidates = plate.street === undefined ? [] : streets.filter(street => street.id === plate.street)
    if (!candidates.length) {
      candidates = streets.filter(street =>
        (street.name === plate.streetName || street.formerNames.includes(plate.streetName)) &&
        (street.division.startsWith(town) || town.startsWith(street.division)))
    }
    if (!candidates.length) {
      found['DP-04']++
      continue
    }
    if (candidates.length > 1) found['DP-05']++
    const gap = street => (plate.position ? stand(layouts.get(street.id).pieces, plate.position).gap : 0)
    group = candidates.reduce((best, street) => (gap(street) < gap(best) ? street : best)).id
  }
  groups.set(group, [...(groups.get(group) ?? []), plate])
}
for (const [group, members] of groups) {
  const standing = members.filter(plate => !plate.reserved && plate.number)
  const seen = new Set()
  for (const plate of standing) {
    const key = `${plate.number}/${plate.unit ?? ''}`
    if (seen.has(key)) continue
    seen.add(key)
    if (standing.filter(other => `${other.number}/${other.unit ?? ''}` === key).length > 1) found['DP-01']++
  }
  if (!layouts.has(group)) continue
  const {pieces, oddLeft} = layouts.get(group)
  const stands = standing.filter(plate => plate.position).map(plate => ({plate, ...stand(pieces, plate.position)}))
  for (const {plate, side} of stands) {
    if (side !== 0 && (side === 1) === oddLeft !== (plate.number[0] % 2 === 1)) found['DP-02']++
  }
  for (const wanted of [1, -1]) {
    const along = stands.filter(({side}) => side === wanted)
    const before = (a, b) => a.plate.number[0] - b.plate.number[0] || a.plate.number[1] - b.plate.number[1]
    const disordered = along.some(a => along.some(b => b.along - a.along >= 0.5 && before(a, b) > 0))
    if (disordered) found['DP-03']++
  }
}
for (const rule of Object.keys(found)) {
  const claimed = proof.findings[rule]
  // a disorder may be counted by plate or by street; what matters is whether there is one
  const differs = rule === 'DP-03' ? claimed > 0 !== found[rule] > 0 : claimed !== found[rule]
  if (differs) wrong.push(`${rule}：证明称 ${claimed} 处，复核得 ${found[rule]} 处`)
}
console.log(`${plates.length} 块门牌，${streets.length} 条街路巷；` +
  Object.entries(found).map(([rule, count]) => `${rule} ${count}`).join('，'))
wrong.forEach(line => console.error(line))
if (!wrong.length) console.log('证明属实')
process.exit(wrong.length ? 1 : 0)
