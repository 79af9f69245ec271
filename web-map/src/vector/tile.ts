import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import type { Feature } from './expression'

export interface XY {
  x: number
  y: number
}

export interface TileKey {
  z: number
  x: number
  y: number
}

/** A decoded feature; coordinates in tile units, the box too. */
export interface TileFeature extends Feature {
  paths: XY[][]
  minX: number
  minY: number
  maxX: number
  maxY: number
}

export interface TileLayer {
  extent: number
  features: TileFeature[]
}

export type DecodedTile = Map<string, TileLayer>

export const keyOf = ({ z, x, y }: TileKey) => `${z}/${x}/${y}`

export function decodeTile(bytes: ArrayBuffer): DecodedTile {
  const tile: DecodedTile = new Map()
  if (bytes.byteLength === 0) return tile
  for (const [name, layer] of Object.entries(new VectorTile(new PbfReader(new Uint8Array(bytes))).layers)) {
    const features: TileFeature[] = []
    for (let i = 0; i < layer.length; i++) {
      const source = layer.feature(i)
      const paths = source.loadGeometry()
      features.push({ id: source.id, type: source.type, properties: source.properties, paths, ...boxOf(paths) })
    }
    tile.set(name, { extent: layer.extent, features })
  }
  return tile
}

function boxOf(paths: XY[][]) {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const path of paths) {
    for (const { x, y } of path) {
      if (x < minX) minX = x
      if (x > maxX) maxX = x
      if (y < minY) minY = y
      if (y > maxY) maxY = y
    }
  }
  return { minX, minY, maxX, maxY }
}

/**
 * Where a drawn tile finds its content: its own data tile, or a part of an ancestor when the data end at maxDataZoom.
 * Pixel = unit × scale − offset, for a tile drawn `size` pixels wide.
 */
export interface Window {
  data: TileKey
  /** data tiles are this many times wider than the drawn one */
  factor: number
  offsetX: number
  offsetY: number
}

export function windowOf(drawn: TileKey, maxDataZoom: number, size: number): Window {
  const levels = Math.max(0, drawn.z - maxDataZoom)
  const factor = 2 ** levels
  const data = { z: drawn.z - levels, x: Math.floor(drawn.x / factor), y: Math.floor(drawn.y / factor) }
  return { data, factor, offsetX: (drawn.x - data.x * factor) * size, offsetY: (drawn.y - data.y * factor) * size }
}
