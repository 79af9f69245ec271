// Loads a running service with tiles, edits and open maps, and looks for what is stale, missed or growing:
//   node scripts/tile-soak.mjs URL --key SECRET [--minutes 10] [--tiles 200] [--edits 5] [--maps 20] [--pid PID] [--lon 117.7] [--lat 30.62]
// The key must belong to an account that may edit places. PID is the service's process on this machine, to watch its memory.
import http from 'node:http'
import { readFileSync } from 'node:fs'

const base = new URL(process.argv[2])
const option = (name, fallback) => {
  const at = process.argv.indexOf('--' + name)
  return at < 0 ? fallback : process.argv[at + 1]
}
const key = option('key', '')
const minutes = Number(option('minutes', 10))
const rates = { tiles: Number(option('tiles', 200)), edits: Number(option('edits', 5)), maps: Number(option('maps', 20)) }
const pid = option('pid', '')
const centre = { lon: Number(option('lon', 117.7)), lat: Number(option('lat', 30.62)) }
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
const now = () => performance.now()
const sleep = millis => new Promise(done => setTimeout(done, millis))

function ask(method, path, { headers = {}, json } = {}) {
  return new Promise((done, failed) => {
    const body = json && Buffer.from(JSON.stringify(json))
    const request = http.request({
      agent, method, path, hostname: base.hostname, port: base.port,
      headers: { ...headers, ...(body ? { 'Content-Type': 'application/json', 'Content-Length': body.length } : {}) },
    }, answer => {
      const parts = []
      answer.on('data', part => parts.push(part))
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }))
    })
    request.on('error', failed)
    request.end(body)
  })
}

function tileAt(lon, lat, z) {
  const n = 2 ** z
  const sine = Math.sin(lat * Math.PI / 180)
  return [z, Math.floor((lon + 180) / 360 * n), Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * n)]
}
const path = ([z, x, y]) => `/tiles/map/${z}/${x}/${y}.mvt`
const near = () => [centre.lon + (Math.random() - 0.5) * 0.05, centre.lat + (Math.random() - 0.5) * 0.05]

const count = { tiles: 0, notModified: 0, edits: 0, stale: 0, events: 0, missed: 0, failed: 0, reloads: 0 }
const tileMillis = []
const refreshMillis = []
const memory = []
const edits = []
let open = true

function listen(map) {
  http.get({ hostname: base.hostname, port: base.port, path: '/tiles/changes', headers: map.last ? { 'Last-Event-ID': map.last } : {} }, answer => {
    let rest = ''
    answer.setEncoding('utf8')
    answer.on('data', text => {
      const frames = (rest + text).split('\n\n')
      rest = frames.pop()
      for (const frame of frames) {
        const id = /^id: (\d+)$/m.exec(frame)?.[1]
        const event = /^event: (\w+)$/m.exec(frame)?.[1]
        if (!id) continue
        map.last = id
        if (event === 'tiles') count.events++
        if (event === 'reload') count.reloads++
        if (event !== 'ready' && map === maps[0]) heard(Number(id))
      }
    })
    answer.on('end', () => open && setTimeout(() => listen(map), 500))
  }).on('error', () => open && setTimeout(() => listen(map), 500))
}

// An edit is refreshed when the first map has heard of it and fetched the tile that shows it.
// Edits that come close together are told in one event with the number of the last.
let heardUpTo = 0
const waiting = []
function heard(seq) {
  heardUpTo = seq
  while (waiting.length && waiting[0].seq <= seq) waiting.shift().done()
}
const whenHeard = seq => seq <= heardUpTo ? Promise.resolve() : new Promise(done => {
  waiting.push({ seq, done })
  waiting.sort((a, b) => a.seq - b.seq)
})

async function edit(place) {
  const [lon, lat] = near()
  place.number++
  const name = place.name
  const began = now()
  const answer = await ask('PATCH', `/api/v1/places/${place.id}`, {
    headers: { 'X-Api-Key': key, 'If-Match': place.etag, Accept: 'application/json' },
    json: { geometry: { type: 'Point', coordinates: [lon, lat] } },
  })
  if (answer.status !== 200) { count.failed++; console.error(answer.status, answer.body.toString()); return }
  place.etag = answer.headers.etag
  const seq = Number(answer.headers['diming-seq'])
  const tile = path(tileAt(lon, lat, 18))
  const left = place.tile === tile ? undefined : place.tile
  place.tile = tile
  const made = { seq, number: place.number, tile, acknowledged: now() }
  edits.push(made)
  count.edits++
  await whenHeard(seq)
  const shows = async address => (await ask('GET', address, { headers: { 'Accept-Encoding': 'identity' } })).body.includes(name)
  const wrong = what => { if (place.number === made.number) { count.stale++; console.error(what, name, tile) } }
  if (await shows(`${tile}?after=${seq}`)) refreshMillis.push(now() - began)
  else wrong('not in its tile')
  await sleep(Math.max(0, 1000 - (now() - made.acknowledged)))
  if (!await shows(tile)) wrong('missing after a second')
  if (left && await shows(left)) wrong('still in its old tile')
}

const known = new Map()
async function fetchTile() {
  const [lon, lat] = near()
  const tile = path(tileAt(lon, lat, 12 + Math.floor(Math.random() * 6)))
  const began = now()
  const answer = await ask('GET', tile, { headers: { 'Accept-Encoding': 'gzip', ...(known.has(tile) ? { 'If-None-Match': known.get(tile) } : {}) } })
  tileMillis.push(now() - began)
  if (answer.status === 200) { count.tiles++; known.set(tile, answer.headers.etag) }
  else if (answer.status === 304) { count.tiles++; count.notModified++ }
  else { count.failed++; console.error(answer.status, tile) }
}

function atRate(perSecond, work) {
  let due = now()
  const timer = setInterval(() => {
    for (; due <= now(); due += 1000 / perSecond) work().catch(broken => { count.failed++; console.error(broken.message) })
  }, 5)
  return () => clearInterval(timer)
}

const quantile = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]
const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

const places = []
for (let i = 0; i < 60; i++) {
  const made = await ask('POST', '/api/v1/places', {
    headers: { 'X-Api-Key': key },
    json: { kind: 'PLACE', name: `耐久${process.pid}之${i}围`, category: 'NATURAL_VILLAGE', geometry: { type: 'Point', coordinates: near() } },
  })
  if (made.status !== 201) throw new Error(`${made.status} ${made.body}`)
  const card = JSON.parse(made.body)
  places.push({ id: card.id, name: card.name, etag: made.headers.etag ?? '"1"', number: 0 })
}
const maps = Array.from({ length: rates.maps }, () => ({ last: '' }))
maps.forEach(listen)
await sleep(1000)

let next = 0
const stops = [
  atRate(rates.tiles, fetchTile),
  atRate(rates.edits, async () => {
    const place = places[next++ % places.length]
    await edit(place)
  }),
]
const end = now() + minutes * 60_000
while (now() < end) {
  await sleep(Math.min(10_000, Math.max(0, end - now())))
  if (pid) memory.push(resident())
}
stops.forEach(stop => stop())
await sleep(2500)
open = false
for (const map of maps) count.missed += edits.filter(made => made.seq > Number(map.last)).length
const third = Math.floor(memory.length / 3)
const mean = values => values.reduce((a, b) => a + b, 0) / values.length
console.log(JSON.stringify({
  minutes, ...count,
  tile: { p50: quantile(tileMillis, 0.5), p99: quantile(tileMillis, 0.99) },
  editToRefreshedTile: { p50: quantile(refreshMillis, 0.5), p99: quantile(refreshMillis, 0.99), most: Math.max(...refreshMillis) },
  residentMb: pid ? { second: mean(memory.slice(third, 2 * third)), last: mean(memory.slice(2 * third)) } : undefined,
}, (name, value) => typeof value === 'number' ? Math.round(value * 10) / 10 : value, 2))
process.exit(count.stale + count.missed + count.failed > 0 ? 1 : 0)
