#!/usr/bin/env node
// Kills the service and the importer without warning, again and again, and checks that nothing acknowledged is missing and
// that search and tiles agree with the tables afterwards.
//
//   scripts/crash-loop.mjs [--rounds 10] [--edits 200] [--db postgresql://user@host/empty-database]
//
// Needs a built program (./diming build). Without --db it uses the embedded database in a temporary folder.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    edits: { type: 'string', default: '200' },
    port: { type: 'string', default: '8097' },
    db: { type: 'string' },
  },
});
const home = dirname(dirname(fileURLToPath(import.meta.url)));
const demo = join(home, 'data-import/src/main/resources/cn/diming/dataimport/demo');
const data = mkdtempSync(join(tmpdir(), 'diming-crash-'));
const where = ['--data', data, ...(options.db ? ['--db', options.db] : [])];
const base = `http://localhost:${options.port}`;
const rounds = Number(options.rounds);
const result = { kills: 0, acknowledged: 0, missing: 0, unsearchable: 0, undrawn: 0, recoveryMillis: [] };

// ------------------------------------------------------------------------------------------------ the program
const diming = (...args) => spawn(join(home, 'diming'), args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });

function run(...args) {
  const done = spawnSync(join(home, 'diming'), [...args, ...where], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`diming ${args.join(' ')} exits ${done.status}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

async function start() {
  const began = Date.now();
  const service = diming('serve', '--port', options.port, ...where, '--', '--diming.limits.searches-per-minute=0');
  let log = '';
  service.stdout.on('data', (text) => (log += text));
  service.stderr.on('data', (text) => (log += text));
  for (;;) {
    const status = await fetch(`${base}/api/v1/status`).then((answer) => answer.json()).catch(() => undefined);
    if (status && status.searchPosition >= status.journalPosition && status.tilesPosition >= status.journalPosition) break;
    if (service.exitCode !== null || Date.now() - began > 180_000) throw new Error(`the service does not start: ${log}`);
    await pause(100);
  }
  result.recoveryMillis.push(Date.now() - began);
  return service;
}

function kill(process_) {
  result.kills++;
  const gone = new Promise((resolve) => process_.once('exit', resolve));
  process.kill(-process_.pid, 'SIGKILL');
  return gone;
}

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
const random = (limit) => Math.floor(Math.random() * limit);

// ------------------------------------------------------------------------------------------------ checks
async function isInTile(lon, lat, text, zoom) {
  const n = 2 ** zoom;
  const x = Math.floor(((lon + 180) / 360) * n);
  const phi = (lat * Math.PI) / 180;
  const y = Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * n);
  const tile = await fetch(`${base}/tiles/map/${zoom}/${x}/${y}.mvt`);
  return Buffer.from(await tile.arrayBuffer()).includes(Buffer.from(text)); // fetch has undone the gzip
}

async function isFound(text, lon, lat, fits) {
  const query = new URLSearchParams({ q: text, near: `${lon},${lat}`, limit: '20' });
  const answer = await fetch(`${base}/api/v1/search?${query}`).then((reply) => reply.json());
  return answer.hits.some(fits);
}

async function check(edit) {
  const card = await fetch(`${base}/api/v1/places/${edit.id}`);
  if (card.status !== 200 || (await card.json()).name !== edit.name) result.missing++;
  if (!(await isFound(edit.name, edit.lon, edit.lat, (hit) => hit.id === edit.id))) result.unsearchable++;
  if (!(await isInTile(edit.lon, edit.lat, edit.name, 18))) result.undrawn++;
}

// ------------------------------------------------------------------------------------------------ rounds
let number = 0;

/** Two hundred single edits, four at a time; the service is killed somewhere among them. */
async function editRound(key) {
  const service = await start();
  const acknowledged = [];
  const deadline = random(Number(options.edits));
  let next = 0;
  let dead = false;
  const writer = async () => {
    while (!dead && next++ < Number(options.edits)) {
      const edit = { name: `崩溃${String(++number).padStart(5, '0')}村`, lon: 117.6 + Math.random() / 5, lat: 30.6 + Math.random() / 10 };
      const body = { kind: 'PLACE', name: edit.name, classCode: '22200', geometry: { type: 'Point', coordinates: [edit.lon, edit.lat] } };
      const reply = await fetch(`${base}/api/v1/places`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': key },
        body: JSON.stringify(body),
      }).catch(() => undefined);
      if (reply?.status === 201) {
        edit.id = (await reply.json().catch(() => ({}))).id;
        if (edit.id) acknowledged.push(edit);
      } else if (reply) {
        throw new Error(`an edit was answered ${reply.status}: ${await reply.text()}`);
      }
      if (acknowledged.length >= deadline && !dead) {
        dead = true;
        await kill(service);
      }
    }
  };
  await Promise.all([writer(), writer(), writer(), writer()]);
  if (!dead) await kill(service);
  result.acknowledged += acknowledged.length;
  const again = await start();
  for (const edit of acknowledged) await check(edit);
  await kill(again);
}

/** An import beside the running service; both are killed somewhere in it, then the import is run to its end. */
async function importRound(plates) {
  const service = await start();
  const importer = diming('import', 'commit', join(demo, 'buildings.geojson.gz'), '--plan', 'county-plates', '--quiet', ...where);
  await Promise.race([pause(1500 + random(6000)), new Promise((resolve) => importer.once('exit', resolve))]);
  if (importer.exitCode === null) await kill(importer);
  await kill(service);
  run('import', 'commit', join(demo, 'buildings.geojson.gz'), '--plan', 'county-plates', '--quiet');
  const again = await start();
  const status = await fetch(`${base}/api/v1/status`).then((answer) => answer.json());
  const count = status.counts.find((one) => one.kind === 'DOOR_PLATE')?.count ?? 0;
  if (count !== plates.length) result.missing += Math.abs(plates.length - count);
  result.acknowledged += plates.length;
  for (let i = 0; i < 50; i++) {
    const plate = plates[random(plates.length)];
    const text = plate.street + plate.plate;
    if (!(await isFound(text, plate.lon, plate.lat, (hit) => Math.hypot(hit.lon - plate.lon, hit.lat - plate.lat) < 2e-4))) result.unsearchable++;
    if (!(await isInTile(plate.lon, plate.lat, plate.plate, 19))) result.undrawn++;
  }
  await kill(again);
}

function readPlates() {
  const { features } = JSON.parse(gunzipSync(readFileSync(join(demo, 'buildings.geojson.gz'))));
  return features.map(({ properties, geometry }) => {
    const ring = geometry.coordinates[0];
    const middle = (axis) => (Math.min(...ring.map((p) => p[axis])) + Math.max(...ring.map((p) => p[axis]))) / 2;
    return { street: properties.street, plate: properties.plate, lon: middle(0), lat: middle(1) };
  });
}

try {
  for (const [file, plan] of [['towns', 'county-towns'], ['villages', 'county-villages']]) {
    run('import', 'commit', join(demo, `${file}.geojson.gz`), '--plan', plan, '--quiet');
  }
  run('account', 'create', '--login', 'crash', '--role', 'NAMING_OFFICER');
  const key = /dm_[\w-]+/.exec(run('account', 'key', 'crash', '--label', 'crash-loop'))[0];
  for (let round = 1; round <= rounds; round++) {
    await editRound(key);
    console.error(`edits ${round}/${rounds}: ${JSON.stringify({ ...result, recoveryMillis: undefined })}`);
  }
  const plates = readPlates();
  for (let round = 1; round <= rounds; round++) {
    await importRound(plates);
    console.error(`import ${round}/${rounds}: ${JSON.stringify({ ...result, recoveryMillis: undefined })}`);
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
const sorted = result.recoveryMillis.sort((a, b) => a - b);
console.log(`database        ${options.db ? 'PostGIS' : 'GeoPackage'}`);
console.log(`kills           ${result.kills}`);
console.log(`acknowledged    ${result.acknowledged}`);
console.log(`missing         ${result.missing}`);
console.log(`not searchable  ${result.unsearchable}`);
console.log(`not in tiles    ${result.undrawn}`);
console.log(`recovery        median ${sorted[sorted.length >> 1]} ms, longest ${sorted.at(-1)} ms`);
process.exit(result.missing + result.unsearchable + result.undrawn === 0 ? 0 : 1);
