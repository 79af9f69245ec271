#!/usr/bin/env node
// Floods a running service with anonymous reports and requests for codes from many addresses, and asks as an officer meanwhile: what the
// flood gets, and whether officers wait for it. Quiet and flooded stretches take turns, so that the ratio is of one run.
//   scripts/flood.mjs http://localhost:8080 OFFICER_KEY [SECONDS_OF_A_STRETCH] [FLOODING_CONNECTIONS]
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

const [base, key, seconds = '10', flooding = '32'] = process.argv.slice(2)
if (!base || !key) throw new Error('usage: scripts/flood.mjs BASE OFFICER_KEY [SECONDS] [CONNECTIONS]')
const ADDRESSES = 200
const HERE = { lon: 117.7257, lat: 30.6166, source: 'MAP' }
const agent = new Agent({ keepAlive: true, maxSockets: 256 })
const now = () => Number(process.hrtime.bigint()) / 1e6

/** Every address of 127.0.0.0/8 is this machine, and each is another sender to the service. */
function send(method, path, body, headers = {}, localAddress = '127.0.0.1') {
  return new Promise((resolve) => {
    const asked = request(base.replace('localhost', '127.0.0.1') + path, { agent, method, localAddress, headers: { ...headers, ...(body ? { 'Content-Type': 'application/json' } : {}) } }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode, wait: response.headers['retry-after'] }))
    })
    asked.on('error', (error) => resolve({ status: error.code }))
    asked.end(body)
  })
}

const answers = { reports: {}, codes: {} }
let withoutWait = 0

async function flood(worker, end) {
  for (let i = worker; now() < end; i++) {
    const address = `127.0.${1 + Math.floor((i % ADDRESSES) / 100)}.${1 + (i % 100)}`
    const kind = i % 2 ? 'reports' : 'codes'
    const { status, wait } = kind === 'reports'
      ? await send('PUT', `/api/v1/public/error-reports/${randomUUID()}`, JSON.stringify({ note: '路牌写错了', position: HERE }), {}, address)
      : await send('POST', '/api/v1/merchants/codes', JSON.stringify({ phone: `139${String(10_000_000 + ((i * 7919) % 89_999_999))}` }), {}, address)
    answers[kind][status] = (answers[kind][status] ?? 0) + 1
    if (status === 429 && !wait) withoutWait++
  }
}

async function officer(end) {
  const times = []
  while (now() < end) {
    const start = now()
    const { status } = await send('GET', '/api/v1/collection/desk/reports?limit=50', undefined, { 'X-Api-Key': key })
    if (status !== 200) throw new Error(`the officer was answered with ${status}`)
    times.push(now() - start)
    await new Promise((resolve) => setTimeout(resolve, 20)) // somebody who reads
  }
  return times
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1)

await officer(now() + 5000)
const times = { quiet: [], flooded: [] }
for (let round = 0; round < 3; round++) {
  times.quiet.push(...(await officer(now() + Number(seconds) * 1000)))
  const end = now() + Number(seconds) * 1000
  const floods = Array.from({ length: Number(flooding) }, (_, worker) => flood(worker, end))
  times.flooded.push(...(await officer(end)))
  await Promise.all(floods)
}
for (const [kind, all] of Object.entries(times)) {
  all.sort((a, b) => a - b)
  console.log(`officer, ${kind.padEnd(8)} ${String(all.length).padStart(5)} lists  p50 ${at(all, 0.5)}  p95 ${at(all, 0.95)}  p99 ${at(all, 0.99)} ms`)
}
for (const [kind, counts] of Object.entries(answers)) console.log(`flood of ${kind}: ${Object.entries(counts).map(([status, count]) => `${status} × ${count}`).join(', ')}`)
console.log(`429 without Retry-After: ${withoutWait}`)
process.exit(withoutWait ? 1 : 0)
