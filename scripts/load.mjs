#!/usr/bin/env node
// Asks a running service for minutes: searches, suggestions and reverse look-ups at once, with edits beside them when an API key
// of a naming officer is given. Prints percentiles, errors, how long edits took to be found, and how the memory developed.
//   scripts/load.mjs http://localhost:8080 queries.jsonl [--minutes 5] [--connections 8] [--key KEY] [--pid PID]
// The rate limit has to be lifted: DIMING_LIMITS_SEARCHESPERMINUTE=0.
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

const [base, file, ...flags] = process.argv.slice(2)
const option = (name, otherwise) => (flags.includes(`--${name}`) ? flags[flags.indexOf(`--${name}`) + 1] : otherwise)
const minutes = Number(option('minutes', 5))
const connections = Number(option('connections', 8))
const key = option('key')
const pid = option('pid')
const queries = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
const agent = new Agent({ keepAlive: true, maxSockets: connections + 2 })
const times = { search: [], suggest: [], reverse: [], visible: [] }
const errors = []
const memory = []
const end = Date.now() + minutes * 60_000

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

async function timed(kind, path) {
  const start = process.hrtime.bigint()
  try {
    const { status } = await send('GET', path)
    if (status !== 200) errors.push(`${status} ${path}`)
  } catch (error) {
    errors.push(`${error.code} ${path}`)
  }
  times[kind].push(Number(process.hrtime.bigint() - start) / 1e6)
}

async function ask(worker) {
  for (let i = worker; Date.now() < end; i += connections) {
    const { q, bias, pt } = queries[i % queries.length]
    const near = bias ? `&near=${bias.join(',')}` : ''
    const turn = i % 4
    if (turn < 2) await timed('search', `/api/v1/search?q=${encodeURIComponent(q)}${near}`)
    else if (turn === 2) await timed('suggest', `/api/v1/suggest?q=${encodeURIComponent([...q].slice(0, 1 + (i % [...q].length)).join(''))}${near}`)
    else if (pt) await timed('reverse', `/api/v1/reverse?lon=${pt[0]}&lat=${pt[1]}&limit=3`)
  }
}

async function edit() {
  for (let i = 0; key && Date.now() < end; i++) {
    const name = `试${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'子丑寅卯辰巳午未申酉戌亥'[Math.floor(i / 10) % 12]}${String.fromCodePoint(0x4e00 + (i % 8000))}围`
    const [lon, lat] = queries[i % queries.length].pt ?? [113.4, 22.9]
    const headers = { 'X-Api-Key': key }
    const created = await send('POST', '/api/v1/places', JSON.stringify({ kind: 'PLACE', name, classCode: '22200', geometry: { type: 'Point', coordinates: [lon, lat] } }), headers)
    if (created.status !== 201) { errors.push(`${created.status} POST ${created.text.slice(0, 200)}`); await pause(1000); continue }
    const start = process.hrtime.bigint()
    const id = JSON.parse(created.text).id
    for (let found = false; !found && Date.now() < end + 5000;) {
      const { text } = await send('GET', `/api/v1/search?limit=3&q=${encodeURIComponent(name)}`)
      found = text.includes(`"id":${id},`)
    }
    times.visible.push(Number(process.hrtime.bigint() - start) / 1e6)
    await send('DELETE', `/api/v1/places/${id}`, undefined, { ...headers, 'If-Match': created.etag })
    await pause(200)
  }
}

async function watch() {
  while (Date.now() < end) {
    if (pid) memory.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024)
    await pause(5000)
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const at = (sorted, share) => (sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(2) : '-')

await Promise.all([...Array.from({ length: connections }, (_, worker) => ask(worker)), edit(), watch()])
for (const [kind, all] of Object.entries(times)) {
  all.sort((a, b) => a - b)
  console.log(`${kind.padEnd(8)} ${String(all.length).padStart(8)}  ${(all.length / minutes / 60).toFixed(0).padStart(6)}/s  p50 ${at(all, 0.5)}  p95 ${at(all, 0.95)}  p99 ${at(all, 0.99)}  max ${at(all, 1)} ms`)
}
console.log(`errors ${errors.length} ${errors.slice(0, 5).join(' | ')}`)
if (memory.length) console.log(`resident MiB: first ${memory[0].toFixed(0)}, last ${memory.at(-1).toFixed(0)}, most ${Math.max(...memory).toFixed(0)}`)
process.exit(errors.length ? 1 : 0)
