#!/usr/bin/env node
// Asks a running service for minutes: searches, suggestions and reverse look-ups at once, with edits beside them when an API key
// of a naming officer is given. Prints percentiles, errors, how long edits took to be found, and how the memory developed.
//   scripts/load.mjs http://localhost:8080 queries.jsonl [--minutes 5] [--connections 8 | --rate 300] [--only search|suggest|reverse]
//     [--warm 30] [--key KEY] [--pid PID]
// --connections: each asks again as soon as it is answered, which shows how much the service can do. --rate: so many requests a
// second whatever the service does; times count from when a request was due, so that waiting is not hidden.
// The first seconds (--warm) are not counted. The rate limit has to be lifted: DIMING_LIMITS_SEARCHESPERMINUTE=0.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { Worker } from 'node:worker_threads'

const [base, file, ...flags] = process.argv.slice(2)
const option = (name, otherwise) => (flags.includes(`--${name}`) ? flags[flags.indexOf(`--${name}`) + 1] : otherwise)
const minutes = Number(option('minutes', 5))
const connections = Number(option('connections', 8))
const rate = Number(option('rate', 0))
const only = option('only')
const warm = Number(option('warm', 30)) * 1000
const key = option('key')
const pid = option('pid')
const queries = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line)).filter(({ pt }) => pt || only !== 'reverse')
const agent = new Agent({ keepAlive: true, maxSockets: rate ? 128 : connections + 2 })
const times = { search: [], suggest: [], reverse: [], visible: [] }
const errors = []
const memory = []
const begin = Date.now() + warm
const end = begin + minutes * 60_000
const now = () => Number(process.hrtime.bigint()) / 1e6
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

function send(method, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(base + path, { agent, method, headers: { ...headers, ...(body ? { 'Content-Type': 'application/json' } : {}) } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode, text, etag: response.headers.etag }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function note(kind, milliseconds) {
  if (Date.now() >= begin) times[kind].push(milliseconds)
}

/** The i-th question of the mix: half searches, a quarter suggestions for a text half typed, a quarter reverse. */
function question(i) {
  const { q, bias, pt } = queries[i % queries.length]
  const near = bias ? `&near=${bias.join(',')}` : ''
  const kind = only ?? ['search', 'search', 'suggest', pt ? 'reverse' : 'search'][(i + Math.floor(i / queries.length)) % 4]
  if (kind === 'suggest') return { kind, path: `/api/v1/suggest?q=${encodeURIComponent([...q].slice(0, 1 + (i % [...q].length)).join(''))}${near}` }
  if (kind === 'reverse') return { kind, path: `/api/v1/reverse?lon=${pt[0]}&lat=${pt[1]}&limit=3` }
  return { kind, path: `/api/v1/search?q=${encodeURIComponent(q)}${near}` }
}

async function timed(i, due = now()) {
  const { kind, path } = question(i)
  try {
    const { status } = await send('GET', path)
    if (status !== 200) errors.push(`${status} ${path}`)
  } catch (error) {
    errors.push(`${error.code} ${path}`)
  }
  note(kind, now() - due)
}

async function ask(worker) {
  for (let i = worker; Date.now() < end; i += connections) await timed(i)
}

/** A thread of its own tells when each is due: a timer of the loop that also reads answers would be a millisecond late. */
const CLOCK = `
const { parentPort, workerData: { start, end, rate } } = require('node:worker_threads')
const never = new Int32Array(new SharedArrayBuffer(4))
const now = () => Number(process.hrtime.bigint()) / 1e6
for (let i = 0, due = start; due < end; due = start + (++i * 1000) / rate) {
  if (due > now()) Atomics.wait(never, 0, 0, due - now())
  parentPort.postMessage([i, due])
}`

async function askSteadily() {
  const waiting = new Set()
  const start = now()
  const clock = new Worker(CLOCK, { eval: true, workerData: { start, end: start + end - Date.now(), rate } })
  clock.on('message', ([i, due]) => {
    const asked = timed(i, due)
    waiting.add(asked)
    asked.finally(() => waiting.delete(asked))
  })
  await once(clock, 'exit')
  await Promise.all(waiting)
}

async function edit() {
  for (let i = 0; key && Date.now() < end; i++) {
    const name = `试${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'子丑寅卯辰巳午未申酉戌亥'[Math.floor(i / 10) % 12]}${String.fromCodePoint(0x4e00 + (i % 8000))}围`
    const [lon, lat] = queries[i % queries.length].pt ?? [113.4, 22.9]
    const headers = { 'X-Api-Key': key }
    const created = await send('POST', '/api/v1/places', JSON.stringify({ kind: 'PLACE', name, classCode: '22200', geometry: { type: 'Point', coordinates: [lon, lat] } }), headers)
    if (created.status !== 201) { errors.push(`${created.status} POST ${created.text.slice(0, 200)}`); await pause(1000); continue }
    const start = now()
    const id = JSON.parse(created.text).id
    const found = await visible(name, id, start + 5000)
    if (found) note('visible', now() - start)
    else errors.push(`not found within 5 s: ${name}`)
    const deleted = await send('DELETE', `/api/v1/places/${id}`, undefined, { ...headers, 'If-Match': created.etag })
    if (deleted.status !== 204) errors.push(`${deleted.status} DELETE ${deleted.text.slice(0, 200)}`)
    await pause(200)
  }
}

async function visible(name, id, latest) {
  while (now() < latest) {
    const { text } = await send('GET', `/api/v1/search?limit=3&q=${encodeURIComponent(name)}`)
    if (text.includes(`"id":${id},`)) return true
    await pause(2)
  }
  return false
}

async function watch() {
  await pause(begin - Date.now())
  while (pid && Date.now() < end) {
    memory.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024)
    await pause(5000)
  }
}

const at = (sorted, share) => (sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(2) : '-')

await Promise.all([rate ? askSteadily() : Promise.all(Array.from({ length: connections }, (_, worker) => ask(worker))), edit(), watch()])
console.log(rate ? `${rate} requests a second, asked whatever comes back` : `${connections} connections, each always asking`)
for (const [kind, all] of Object.entries(times)) {
  all.sort((a, b) => a - b)
  if (all.length) console.log(`${kind.padEnd(8)} ${String(all.length).padStart(8)}  ${(all.length / minutes / 60).toFixed(0).padStart(6)}/s  p50 ${at(all, 0.5)}  p95 ${at(all, 0.95)}  p99 ${at(all, 0.99)}  max ${at(all, 1)} ms`)
}
console.log(`errors ${errors.length} ${errors.slice(0, 5).join(' | ')}`)
const byMinute = memory.filter((_, i) => i % 12 === 0).map((mebibytes) => mebibytes.toFixed(0))
if (memory.length) console.log(`resident MiB minute by minute: ${byMinute.join(' ')}, at the end ${memory.at(-1).toFixed(0)}`)
process.exit(errors.length ? 1 : 0)
