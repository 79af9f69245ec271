import { compile, compileFilter, compileList, type Compiled, type Feature } from './expression'

/** The members of a MapLibre style document that are read here. */
export interface StyleDocument {
  name?: string
  /** address of the pictures without .json or .png */
  sprite?: string
  sources?: Record<string, { type: string; url?: string; tiles?: string[]; attribution?: string }>
  layers: LayerDocument[]
}

export interface LayerDocument {
  id: string
  type: string
  source?: string
  'source-layer'?: string
  minzoom?: number
  maxzoom?: number
  filter?: unknown
  layout?: Record<string, unknown>
  paint?: Record<string, unknown>
  metadata?: Record<string, unknown>
}

interface Layer {
  id: string
  /** what it means, for the legend */
  legend?: string
  sourceLayer: string
  source: string
  minZoom: number
  maxZoom: number
  accepts: (zoom: number, feature: Feature) => boolean
}

export interface FillLayer extends Layer {
  type: 'fill'
  colour: Compiled<string>
  opacity: Compiled<number>
  outline: Compiled<string>
}

export interface LineLayer extends Layer {
  type: 'line'
  colour: Compiled<string>
  opacity: Compiled<number>
  width: Compiled<number>
  gapWidth: Compiled<number>
  dash: Compiled<number[] | null>
  cap: Compiled<CanvasLineCap>
  join: Compiled<CanvasLineJoin>
}

export interface CircleLayer extends Layer {
  type: 'circle'
  colour: Compiled<string>
  opacity: Compiled<number>
  radius: Compiled<number>
  strokeColour: Compiled<string>
  strokeWidth: Compiled<number>
}

export interface SymbolLayer extends Layer {
  type: 'symbol'
  text: Compiled<string>
  size: Compiled<number>
  font: Compiled<string[]>
  colour: Compiled<string>
  opacity: Compiled<number>
  haloColour: Compiled<string>
  haloWidth: Compiled<number>
  anchor: Compiled<string>
  variableAnchor: Compiled<string[]>
  offset: Compiled<[number, number]>
  maxWidth: Compiled<number>
  letterSpacing: Compiled<number>
  lineHeight: Compiled<number>
  placement: Compiled<string>
  spacing: Compiled<number>
  padding: Compiled<number>
  sortKey: Compiled<number>
  allowOverlap: Compiled<boolean>
  icon: Compiled<string>
  iconSize: Compiled<number>
  /** colours of the plate behind the text and of its edge */
  shield?: [string, string]
}

export type StyleLayer = FillLayer | LineLayer | CircleLayer | SymbolLayer

export interface Style {
  background: Compiled<string>
  layers: StyleLayer[]
}

/** Compiles the layers that can be drawn here, in the document's order; one that is not understood is left out, not the map. */
export function compileStyle(document: StyleDocument): Style {
  const background = document.layers.find((layer) => layer.type === 'background')
  return {
    background: compile(background?.paint?.['background-color'], 'transparent'),
    layers: document.layers.filter((layer) => layer.layout?.visibility !== 'none').flatMap(compileIfUnderstood),
  }
}

function compileIfUnderstood(document: LayerDocument): StyleLayer[] {
  try {
    return compileLayer(document)
  } catch (error) {
    console.warn(`Style layer ${document.id} is left out:`, error)
    return []
  }
}

function compileLayer(document: LayerDocument): StyleLayer[] {
  const { paint = {}, layout = {}, metadata = {} } = document
  const shared = {
    id: document.id,
    legend: metadata['diming:legend'] as string | undefined,
    source: document.source ?? '',
    sourceLayer: document['source-layer'] ?? '',
    minZoom: document.minzoom ?? 0,
    maxZoom: document.maxzoom ?? Infinity,
    accepts: compileFilter(document.filter),
  }
  switch (document.type) {
    case 'fill': return [{ ...shared, type: 'fill', ...fillPaint(paint) }]
    case 'line': return [{ ...shared, type: 'line', ...linePaint(paint, layout) }]
    case 'circle': return [{ ...shared, type: 'circle', ...circlePaint(paint) }]
    case 'symbol': return [{ ...shared, type: 'symbol', ...symbolPaint(paint, layout), shield: metadata['diming:shield'] as [string, string] | undefined }]
    default: return []
  }
}

type Members = Record<string, unknown>

const fillPaint = (paint: Members) => ({
  colour: compile(paint['fill-color'], '#000000'),
  opacity: compile(paint['fill-opacity'], 1),
  outline: compile(paint['fill-outline-color'], ''),
})

const linePaint = (paint: Members, layout: Members) => ({
  colour: compile(paint['line-color'], '#000000'),
  opacity: compile(paint['line-opacity'], 1),
  width: compile(paint['line-width'], 1),
  gapWidth: compile(paint['line-gap-width'], 0),
  dash: compile<number[] | null>(paint['line-dasharray'], null),
  cap: compile<CanvasLineCap>(layout['line-cap'], 'butt'),
  join: compile<CanvasLineJoin>(layout['line-join'], 'miter'),
})

const circlePaint = (paint: Members) => ({
  colour: compile(paint['circle-color'], '#000000'),
  opacity: compile(paint['circle-opacity'], 1),
  radius: compile(paint['circle-radius'], 5),
  strokeColour: compile(paint['circle-stroke-color'], '#000000'),
  strokeWidth: compile(paint['circle-stroke-width'], 0),
})

const symbolPaint = (paint: Members, layout: Members) => ({
  text: compile(layout['text-field'], ''),
  size: compile(layout['text-size'], 16),
  font: compileList(layout['text-font']),
  colour: compile(paint['text-color'], '#000000'),
  opacity: compile(paint['text-opacity'], 1),
  haloColour: compile(paint['text-halo-color'], 'rgba(0,0,0,0)'),
  haloWidth: compile(paint['text-halo-width'], 0),
  anchor: compile(layout['text-anchor'], 'center'),
  variableAnchor: compileList(layout['text-variable-anchor']),
  offset: compile<[number, number]>(layout['text-offset'] ?? radialOffset(layout), [0, 0]),
  maxWidth: compile(layout['text-max-width'], 10),
  letterSpacing: compile(layout['text-letter-spacing'], 0),
  lineHeight: compile(layout['text-line-height'], 1.2),
  placement: compile(layout['symbol-placement'], 'point'),
  spacing: compile(layout['symbol-spacing'], 250),
  padding: compile(layout['text-padding'], 2),
  sortKey: compile(layout['symbol-sort-key'], 0),
  allowOverlap: compile(layout['text-allow-overlap'], false),
  icon: compile(layout['icon-image'], ''),
  iconSize: compile(layout['icon-size'], 1),
})

/** text-radial-offset is the same distance whichever side of the point the text takes. */
function radialOffset(layout: Members): unknown {
  const distance = layout['text-radial-offset']
  return typeof distance === 'number' ? [distance, distance] : undefined
}

export function isVisible(layer: StyleLayer, zoom: number): boolean {
  return zoom >= layer.minZoom && zoom < layer.maxZoom
}
