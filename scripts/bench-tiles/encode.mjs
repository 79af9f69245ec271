// Encodes a list of tiles with geojson-vt and vt-pbf and tells the CPU time: node encode.mjs FOLDER
// FOLDER holds layers.json ([{name, minZoom, maxZoom}]), NAME.geojson (properties with firstZoom) and tiles.txt (z/x/y a line).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import GeoJSONVT from 'geojson-vt'
import { GeoJSONVT as MapLibreGeoJSONVT } from '@maplibre/geojson-vt'
import vtpbf from 'vt-pbf'

const folder = process.argv[2]
const read = file => readFileSync(join(folder, file), 'utf8')
const layers = JSON.parse(read('layers.json'))
const tiles = read('tiles.txt').trim().split('\n').map(line => line.split('/').map(Number))
const options = { maxZoom: 18, indexMaxZoom: 5, extent: 4096, buffer: 256, tolerance: 3 }
const kinds = {
  'geojson-vt': data => new GeoJSONVT(data, options),
  '@maplibre/geojson-vt': data => new MapLibreGeoJSONVT(data, options),
}

const cpu = () => { const used = process.cpuUsage(); return used.user + used.system }

function encode(indexes, [z, x, y]) {
  const found = {}
  for (const { name, minZoom, index } of indexes) {
    if (z < minZoom) continue
    const tile = index.getTile(z, x, y)
    if (!tile) continue
    const features = tile.features.filter(feature => (feature.tags?.firstZoom ?? 0) <= z)
    if (features.length) found[name] = { ...tile, features }
  }
  return vtpbf.fromGeojsonVt(found, { version: 2, extent: 4096 })
}

for (const [kind, make] of Object.entries(kinds)) {
  let start = cpu()
  const indexes = layers.map(layer => ({ ...layer, index: make(JSON.parse(read(layer.name + '.geojson'))) }))
  const built = (cpu() - start) / 1e6
  const rounds = []
  let bytes = 0
  for (let round = 0; round < 4; round++) {
    start = cpu()
    bytes = 0
    for (const tile of tiles) bytes += encode(indexes, tile).length
    rounds.push((cpu() - start) / tiles.length)
  }
  console.log(JSON.stringify({ kind, built, first: rounds[0], later: Math.min(...rounds.slice(1)), bytes: bytes / tiles.length, heapMb: process.memoryUsage().heapUsed / 2 ** 20 }))
}
