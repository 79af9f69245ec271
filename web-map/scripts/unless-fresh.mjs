// node unless-fresh.mjs STAMP INPUT... -- COMMAND...
// Runs COMMAND unless the inputs (files or folders) hash to what STAMP recorded after the last success.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const [stamp, ...rest] = process.argv.slice(2)
const split = rest.indexOf('--')
const inputs = rest.slice(0, split)
const [program, ...args] = rest.slice(split + 1)

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).sort().flatMap((name) => filesUnder(join(path, name)))
}

const hash = createHash('sha256')
hash.update(process.version)
for (const file of inputs.flatMap(filesUnder)) {
  hash.update(file.replaceAll('\\', '/')).update('\0').update(readFileSync(file))
}
const digest = hash.digest('hex')

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
  process.exit(0)
}
const run = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' })
if (run.error) {
  console.error(`Cannot run ${program}: ${run.error.message}. Node.js 20.19 or newer with npm is needed.`)
}
if (run.status === 0) {
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
}
process.exit(run.status ?? 1)
