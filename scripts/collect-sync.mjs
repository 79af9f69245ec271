// Sends reports with photos through a line that is cut again and again, with the very code that runs in telephones, and counts what
// arrived: nothing may be lost, nothing doubled, every photo whole.
//   node scripts/collect-sync.mjs http://localhost:8080 OFFICER_KEY [REPORTS] [CUTS_EACH_SECOND] [PHOTO]
// The service should allow the burst: DIMING_LIMITS_COLLECTIONSPERMINUTE=100000.
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [base, key, reports = '500', cuts = '4', photo] = process.argv.slice(2)
if (!base || !key) throw new Error('usage: node scripts/collect-sync.mjs BASE OFFICER_KEY [REPORTS] [CUTS_EACH_SECOND] [PHOTO]')
const count = Number(reports)
const webMap = fileURLToPath(new URL('../web-map/', import.meta.url))

/** The telephone's own code, made runnable here. */
async function telephone() {
  const { build } = await import(pathToFileURL(join(webMap, 'node_modules/vite/dist/node/index.js')).href)
  const outDir = await mkdtemp(join(tmpdir(), 'collect-'))
  const entry = Object.fromEntries(['collect/office', 'field/sync', 'field/memoryQueue', 'field/queue', 'collect/sync'].map((name) => [name.replace('/', '-'), join(webMap, `src/${name}.ts`)]))
  await build({ root: webMap, configFile: false, logLevel: 'error', resolve: { alias: { '@': join(webMap, 'src') } }, build: { outDir, emptyOutDir: true, ssr: true, rollupOptions: { input: entry, output: { entryFileNames: '[name].mjs' } } } })
  const loaded = Object.assign({}, ...(await Promise.all(Object.keys(entry).map((name) => import(pathToFileURL(join(outDir, `${name}.mjs`)).href)))))
  await rm(outDir, { recursive: true })
  return loaded
}

/** A line between telephone and office; each cut ends every connection in the middle of whatever it carries. */
function cuttableLine(target) {
  const open = new Set()
  let broken = 0
  const server = createServer((near) => {
    const far = connect(Number(target.port || 80), target.hostname)
    const pair = [near, far]
    open.add(pair)
    const end = () => { open.delete(pair); near.destroy(); far.destroy() }
    for (const socket of pair) socket.on('error', end).on('close', end)
    near.pipe(far)
    far.pipe(near)
  })
  const cut = () => { for (const [near, far] of open) { broken++; near.resetAndDestroy(); far.resetAndDestroy() } }
  return { listen: () => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port))), cut, close: () => server.close(), broken: () => broken }
}

async function ask(method, path, body) {
  const response = await fetch(base + path, { method, body: body && JSON.stringify(body), headers: { 'X-Api-Key': key, ...(body && { 'Content-Type': 'application/json' }) } })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

const { sendWaiting, Unreachable, HttpOffice, MemoryQueue, isWaiting } = await telephone()
const [division] = (await ask('GET', '/api/v1/divisions?level=VILLAGE&pageSize=1')).items
const endsOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
const campaign = await ask('POST', '/api/v1/collection/desk/campaigns', { title: '断网续传测试', division: division.code, endsOn })
const invitation = await ask('POST', `/api/v1/collection/desk/campaigns/${campaign.id}/invitations`, { label: '测试', uses: 1, days: 1 })
const pass = await ask('POST', '/api/v1/collection/passes', { code: invitation.code, device: randomUUID(), name: '测试员' })

const content = photo ? await readFile(photo) : undefined
if (!content) throw new Error('name a JPEG to send')
const store = new MemoryQueue()
for (let i = 0; i < count; i++) {
  const clientId = randomUUID()
  const blob = new Blob([content])
  await store.saveItem({ clientId, revision: 1, sentRevision: 0, draft: false, kind: 'NEW_NAME', spoken: '', written: `断网${i}巷`, category: 'STREET', meaning: '', origin: '', toldBy: '', note: '', position: { lon: division.lon ?? 113.45, lat: division.lat ?? 22.9, source: 'MAP' }, changedAt: Date.now() + i, complete: false })
  await store.saveFile({ id: randomUUID(), clientId, kind: 'PHOTO', bytes: blob.size, content: blob, complete: false })
}

const line = cuttableLine(new URL(base))
const port = await line.listen()
const timer = setInterval(line.cut, 1000 / Number(cuts))
const office = new HttpOffice(pass.token, `http://127.0.0.1:${port}`)
const began = performance.now()
let rounds = 0
for (; (await store.items()).some(isWaiting); rounds++) {
  try {
    await sendWaiting(store, office)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    await new Promise((resolve) => setTimeout(resolve, Math.max(50, error.retryAfterMs)))
  }
}
clearInterval(timer)
line.close()
const seconds = (performance.now() - began) / 1000

const names = new Map()
let whole = 0
for (let before; ;) {
  const { items } = await ask('GET', `/api/v1/collection/desk/reports?campaign=${campaign.id}&limit=200${before ? `&before=${before}` : ''}`)
  for (const report of items) {
    names.set(report.title, (names.get(report.title) ?? 0) + 1)
    if (report.files === 1 && report.filesReceived === 1) whole++
  }
  if (items.length < 200) break
  before = items.at(-1).id
}
const refused = (await store.items()).filter(({ fault }) => fault)
const faults = refused.length
const doubled = [...names.values()].filter((times) => times > 1).length
console.log(`${count} reports, each with a photo of ${content.length} bytes: ${line.broken()} connections cut, ${rounds} new beginnings, ${seconds.toFixed(0)} s`)
console.log(`arrived ${names.size}, lost ${count - names.size}, doubled ${doubled}, refused ${faults}, photos whole ${whole}`)
if (faults) console.log(`refused because: ${[...new Set(refused.map(({ fault }) => fault))].join("; ")}`)
process.exit(names.size === count && doubled === 0 && whole === count && faults === 0 ? 0 : 1)
