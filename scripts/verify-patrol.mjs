#!/usr/bin/env node
// Verifies a proof that a boundary line was walked, from the export, the report and the tracks alone: reads the tracks with a few
// lines of its own, measures lengths by Vincenty's formula and distances in space (earth-centred coordinates), and looks at the
// line metre by metre. It shares no code with the engine that made the proof, and no method.
//
//   node scripts/verify-patrol.mjs EXPORT.json PROOF.json TRACK.gpx…
//
// Ends with 0 when the report is genuine and true, with 1 and the differences when it is not.
import {createHash, createPublicKey, verify} from 'node:crypto'
import {readFileSync} from 'node:fs'

const [exportFile, proofFile, ...trackFiles] = process.argv.slice(2)
if (!trackFiles.length) {
  console.error('用法：node scripts/verify-patrol.mjs 导出文件 证明文件 轨迹文件…')
  process.exit(2)
}
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex')
const exportText = readFileSync(exportFile, 'utf8')
const proofText = readFileSync(proofFile, 'utf8')
const {line, markers, rules} = JSON.parse(exportText)
const proof = JSON.parse(proofText)
const wrong = []

// ---- the report itself, and what it is about
const {signature} = proof
const signed = proofText.slice(0, proofText.lastIndexOf(',"signature":')) + '}'
const key = createPublicKey({key: Buffer.from(signature.publicKey, 'base64'), format: 'der', type: 'spki'})
if (!verify(null, Buffer.from(signed), key, Buffer.from(signature.value, 'base64'))) wrong.push('签名不符：证明文件被改动过')
if (sha256(exportText) !== proof.exportSha256) wrong.push('摘要不符：导出文件不是证明所指的那一份')
const digest = ['diming-line-version 1', line.code, line.version, line.agreement, line.left, line.right,
  ...line.parts.flatMap(part => ['part', ...part.map(([lon, lat]) => `${lon.toFixed(9)} ${lat.toFixed(9)}`)])].map(row => `${row}\n`).join('')
if (sha256(digest) !== line.sha256 || line.sha256 !== proof.line.sha256 || line.version !== proof.line.version) {
  wrong.push('界线版本的摘要不符')
}
const files = trackFiles.map(name => readFileSync(name))
const hashes = files.map(sha256).sort()
if (JSON.stringify(hashes) !== JSON.stringify(proof.tracks.map(track => track.sha256).sort())) wrong.push('轨迹文件不是证明所指的那些')

// ---- the earth
const A = 6_378_137
const F = 1 / 298.257222101
const B = A * (1 - F)
const rad = degrees => (degrees * Math.PI) / 180

/** Vincenty's inverse formula. */
function metres([lon1, lat1], [lon2, lat2]) {
  if (lon1 === lon2 && lat1 === lat2) return 0
  const L = rad(lon2 - lon1)
  const u1 = Math.atan((1 - F) * Math.tan(rad(lat1)))
  const u2 = Math.atan((1 - F) * Math.tan(rad(lat2)))
  let lambda = L
  for (let i = 0; i < 100; i++) {
    const sinSigma = Math.hypot(Math.cos(u2) * Math.sin(lambda), Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda))
    const cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda)
    const sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sinSigma
    const cos2Alpha = 1 - sinAlpha ** 2
    const cos2m = cos2Alpha === 0 ? 0 : cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cos2Alpha
    const C = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha))
    const last = lambda
    lambda = L + (1 - C) * F * sinAlpha * (sigma + C * sinSigma * (cos2m + C * cosSigma * (2 * cos2m ** 2 - 1)))
    if (Math.abs(lambda - last) > 1e-12 && i < 99) continue
    const uu = (cos2Alpha * (A ** 2 - B ** 2)) / B ** 2
    const AA = 1 + (uu / 16384) * (4096 + uu * (-768 + uu * (320 - 175 * uu)))
    const BB = (uu / 1024) * (256 + uu * (-128 + uu * (74 - 47 * uu)))
    const delta = BB * sinSigma * (cos2m + (BB / 4) * (cosSigma * (2 * cos2m ** 2 - 1) - (BB / 6) * cos2m * (4 * sinSigma ** 2 - 3) * (4 * cos2m ** 2 - 3)))
    return B * AA * (sigma - delta)
  }
}

/** Metres from the middle of the earth. */
function space([lon, lat]) {
  const n = A / Math.sqrt(1 - F * (2 - F) * Math.sin(rad(lat)) ** 2)
  return [n * Math.cos(rad(lat)) * Math.cos(rad(lon)), n * Math.cos(rad(lat)) * Math.sin(rad(lon)), n * (1 - F) ** 2 * Math.sin(rad(lat))]
}
const minus = (p, q) => [p[0] - q[0], p[1] - q[1], p[2] - q[2]]
const dot = (p, q) => p[0] * q[0] + p[1] * q[1] + p[2] * q[2]

/** From a point in space to the straight piece between two others. */
function off(p, [a, b]) {
  const ab = minus(b, a)
  const t = dot(ab, ab) === 0 ? 0 : Math.min(1, Math.max(0, dot(minus(p, a), ab) / dot(ab, ab)))
  return Math.hypot(...minus(p, [a[0] + t * ab[0], a[1] + t * ab[1], a[2] + t * ab[2]]))
}

/** Pieces of at most 200 m in cells of 200 m, so that not every one has to be tried. */
class Cells {
  static SIZE = 200
  constructor(pieces) {
    this.pieces = pieces
    this.cells = new Map()
    pieces.forEach(piece => {
      const [low, high] = [0, 1].map(end => [0, 1, 2].map(i => Math.floor((end ? Math.max : Math.min)(piece[0][i], piece[1][i]) / Cells.SIZE)))
      for (let x = low[0]; x <= high[0]; x++) for (let y = low[1]; y <= high[1]; y++) for (let z = low[2]; z <= high[2]; z++) {
        const name = `${x} ${y} ${z}`
        this.cells.has(name) ? this.cells.get(name).push(piece) : this.cells.set(name, [piece])
      }
    })
  }
  nearest(p) {
    const [cx, cy, cz] = p.map(value => Math.floor(value / Cells.SIZE))
    let best = Infinity
    for (let reach = 1; reach <= 4; reach++) {
      for (let x = cx - reach; x <= cx + reach; x++) for (let y = cy - reach; y <= cy + reach; y++) for (let z = cz - reach; z <= cz + reach; z++) {
        for (const piece of this.cells.get(`${x} ${y} ${z}`) ?? []) best = Math.min(best, off(p, piece))
      }
      if (best <= reach * Cells.SIZE) return best
    }
    return this.pieces.reduce((least, piece) => Math.min(least, off(p, piece)), Infinity)
  }
}

const between = (a, b, t) => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]

// ---- the tracks
function segments(text) {
  return text.split(/<(?:\w+:)?trkseg\b/).slice(1).map(segment => {
    const fixes = []
    for (const [, attributes, empty, body] of segment.matchAll(/<(?:\w+:)?trkpt\b([^>]*?)(?:(\/)>|>([\s\S]*?)<\/(?:\w+:)?trkpt>)/g)) {
      const number = name => Number(attributes.match(new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`))[1])
      const stamp = empty ? undefined : body.match(/<(?:\w+:)?time>([^<]*)</)?.[1].trim()
      const at = stamp && Date.parse(/(Z|[-+]\d\d:?\d\d)$/i.test(stamp) ? stamp : `${stamp}Z`) / 1000
      fixes.push({place: [number('lon'), number('lat')], at: Number.isNaN(at) ? undefined : at})
    }
    return fixes
  })
}

/** From fix to fix: walked, too fast, too long, or a jump. */
function legs(fixes) {
  const all = fixes.slice(1).map((to, i) => {
    const from = fixes[i]
    const length = metres(from.place, to.place)
    const seconds = from.at === undefined || to.at === undefined ? undefined : to.at - from.at
    const jump = seconds !== undefined && length > rules.jumpMetres && length * 3.6 > rules.jumpKmh * seconds
    return {from, to, length, ends: seconds === undefined || seconds < 0 || jump, kind: jump ? 'jump' : length > rules.legMetres ? 'break' : 'walked', late: seconds < 0}
  })
  for (let i = 0; i < all.length; i++) {
    for (let j = i; j < all.length && !all[j].ends; j++) {
      const seconds = all[j].to.at - all[i].from.at
      if (seconds < rules.windowSeconds) continue
      if (metres(all[i].from.place, all[j].to.place) * 3.6 > rules.walkKmh * seconds) {
        for (let k = i; k <= j; k++) if (all[k].kind === 'walked') all[k].fast = true
      }
      break
    }
  }
  return all.map(leg => ({...leg, kind: leg.fast ? 'fast' : leg.kind}))
}
const perTrack = files.map(bytes => segments(bytes.toString('utf8')))
const legsOf = perTrack.map(track => track.flatMap(legs))
const allLegs = legsOf.flat()
const walked = allLegs.filter(leg => leg.kind === 'walked')
const sum = (rows, value) => rows.reduce((total, row) => total + value(row), 0)

// ---- the line, metre by metre
const walk = new Cells(walked.map(leg => [space(leg.from.place), space(leg.to.place)]))
const linePieces = []
let run = 0
let covered = 0
const uncovered = []
for (const part of line.parts) {
  for (let i = 1; i < part.length; i++) {
    const length = metres(part[i - 1], part[i])
    const count = Math.max(1, Math.ceil(length))
    for (let k = 0; k < count; k++) {
      const step = length / count
      if (walk.nearest(space(between(part[i - 1], part[i], (k + 0.5) / count))) <= rules.bufferMetres) covered += step
      else if (uncovered.length && Math.abs(uncovered.at(-1)[1] - (run + k * step)) < 0.001) uncovered.at(-1)[1] = run + (k + 1) * step
      else uncovered.push([run + k * step, run + (k + 1) * step])
    }
    for (let k = 0; k < Math.ceil(length / 100); k++) {
      linePieces.push([space(between(part[i - 1], part[i], (k * 100) / length)), space(between(part[i - 1], part[i], Math.min(1, ((k + 1) * 100) / length)))])
    }
    run += length
  }
}
const gaps = uncovered.filter(([from, to]) => to - from > rules.gapMetres)

// ---- how far off the line
const toLine = new Cells(linePieces)
const offs = []
for (const track of legsOf) {
  const way = track.filter(leg => leg.kind === 'walked')
  const isAt = leg => [leg.from, leg.to].some(fix => toLine.nearest(space(fix.place)) <= rules.bufferMetres)
  const there = way.slice(way.findIndex(isAt), way.findLastIndex(isAt) + 1)
  if (!way.some(isAt)) continue
  for (const leg of there) {
    const count = Math.max(1, Math.ceil(leg.length))
    for (let k = 0; k <= count; k++) {
      const weight = k === 0 || k === count ? leg.length / count / 2 : leg.length / count
      offs.push([toLine.nearest(space(between(leg.from.place, leg.to.place, k / count))), weight])
    }
  }
}
offs.sort((a, b) => a[0] - b[0])
const wholeWay = sum(offs, ([, weight]) => weight)
let passed = 0
const usual = offs.find(([, weight]) => (passed += weight) >= 0.95 * wholeWay)?.[0] ?? 0
const most = offs.at(-1)?.[0] ?? 0

// ---- compared with the report
const found = {
  lineMetres: run, coveredMetres: covered, maxDeviationMetres: most, p95DeviationMetres: usual,
  walkedMetres: sum(walked, leg => leg.length), fastMetres: sum(allLegs.filter(leg => leg.kind === 'fast'), leg => leg.length),
  jumps: allLegs.filter(leg => leg.kind === 'jump').length, breaks: allLegs.filter(leg => leg.kind === 'break').length,
  fixes: sum(perTrack.flat(), segment => segment.length), untimed: sum(perTrack.flat(), segment => segment.filter(fix => fix.at === undefined).length),
  disordered: allLegs.filter(leg => leg.late).length,
}
// a metre at either end of each stretch that was walked or not, and what a step of two metres may miss of a bend
const edges = 2 * (uncovered.length + 1)
const allowed = {
  lineMetres: 0.02 + run * 1e-6, coveredMetres: edges + run * 1e-4, maxDeviationMetres: 1.5 + most * 0.002, p95DeviationMetres: 1.5 + usual * 0.002,
  walkedMetres: 0.02 + run * 1e-6 + found.walkedMetres * 1e-6, fastMetres: 0.02 + found.fastMetres * 1e-6,
}
for (const [name, value] of Object.entries(found)) {
  const claimed = proof.figures[name]
  if (!(Math.abs(claimed - value) <= (allowed[name] ?? 0))) wrong.push(`${name}：证明称 ${claimed}，复核得 ${Math.round(value * 100) / 100}`)
}
if (Math.abs(proof.figures.share - covered / run) > allowed.coveredMetres / run) wrong.push(`比例：证明称 ${proof.figures.share}，复核得 ${covered / run}`)
const same = ([from, to], gap) => Math.abs(from - gap.fromMetres) <= 2.5 && Math.abs(to - gap.toMetres) <= 2.5
const near = length => Math.abs(length - rules.gapMetres) <= 3 // as long as the limit, give or take what a metre's step says
for (const gap of gaps) if (!proof.gaps.some(claimed => same(gap, claimed)) && !near(gap[1] - gap[0])) wrong.push(`缺口 ${gap.map(Math.round).join('—')} 米未列出`)
for (const gap of proof.gaps) if (!gaps.some(one => same(one, gap)) && !near(gap.toMetres - gap.fromMetres)) wrong.push(`缺口 ${gap.fromMetres}—${gap.toMetres} 米复核不到`)
for (const {key: name, position} of markers) {
  const claimed = proof.markers.find(marker => marker.key === name)
  const distance = walk.nearest(space(position))
  if (!claimed || Math.abs(claimed.metres - distance) > 0.5 + distance * 0.002) wrong.push(`界桩 ${name}：证明称相距 ${claimed?.metres} 米，复核得 ${distance.toFixed(2)} 米`)
  else if (claimed.visited !== claimed.metres <= rules.markerMetres && Math.abs(distance - rules.markerMetres) > 0.5) wrong.push(`界桩 ${name}：是否到过与距离不符`)
}
if (proof.markers.length !== markers.length) wrong.push('界桩数量不符')
console.log(`界线 ${run.toFixed(1)} 米，走到 ${((covered / run) * 100).toFixed(2)} %，最大偏离 ${most.toFixed(1)} 米，95 % 不超过 ${usual.toFixed(1)} 米，缺口 ${gaps.length} 处，跳变 ${found.jumps} 处`)
wrong.forEach(row => console.error(row))
if (!wrong.length) console.log('证明属实')
process.exit(wrong.length ? 1 : 0)
