import type { CircleLayer, FillLayer, LineLayer, Style, StyleLayer } from './style'
import { isVisible } from './style'
import type { DecodedTile, TileFeature, TileLayer, Window } from './tile'

/** Draws everything but text. The context is scaled so that one unit is one CSS pixel. */
export function paintTile(
  context: CanvasRenderingContext2D, tile: DecodedTile, style: Style, zoom: number, window: Window, size: number,
  hidden: ReadonlySet<string>,
): void {
  for (const layer of style.layers) {
    const data = tile.get(layer.sourceLayer)
    if (!data || layer.type === 'symbol' || !isVisible(layer, zoom) || hidden.has(layer.id)) continue
    const pen = new Pen(context, (size * window.factor) / data.extent, window.offsetX, window.offsetY)
    const features = visibleFeatures(layer, data, zoom, pen, size)
    if (layer.type === 'fill') fill(pen, layer, features, zoom)
    else if (layer.type === 'line') stroke(pen, layer, features, zoom)
    else circles(pen, layer, features, zoom)
  }
}

function visibleFeatures(layer: StyleLayer, data: TileLayer, zoom: number, pen: Pen, size: number): TileFeature[] {
  const margin = 32
  return data.features.filter((feature) =>
    pen.x(feature.maxX) > -margin && pen.x(feature.minX) < size + margin
    && pen.y(feature.maxY) > -margin && pen.y(feature.minY) < size + margin
    && layer.accepts(zoom, feature))
}

/** Puts tile coordinates onto the canvas. */
class Pen {
  constructor(
    readonly context: CanvasRenderingContext2D,
    private readonly scale: number,
    private readonly offsetX: number,
    private readonly offsetY: number,
  ) {}

  x(unit: number): number {
    return unit * this.scale - this.offsetX
  }

  y(unit: number): number {
    return unit * this.scale - this.offsetY
  }

  trace(feature: TileFeature, closed: boolean): void {
    for (const path of feature.paths) {
      path.forEach(({ x, y }, i) => (i === 0 ? this.context.moveTo(this.x(x), this.y(y)) : this.context.lineTo(this.x(x), this.y(y))))
      if (closed) this.context.closePath()
    }
  }
}

/** One path for all features where the paint depends on the zoom alone, else one path each. */
function batches(features: TileFeature[], perFeature: boolean): TileFeature[][] {
  return perFeature ? features.map((feature) => [feature]) : features.length > 0 ? [features] : []
}

function fill(pen: Pen, layer: FillLayer, features: TileFeature[], zoom: number): void {
  const { context } = pen
  const perFeature = layer.colour.perFeature || layer.opacity.perFeature || layer.outline.perFeature
  for (const batch of batches(features.filter(({ type }) => type === 3), perFeature)) {
    const [first] = batch as [TileFeature]
    context.globalAlpha = layer.opacity.evaluate(zoom, first)
    context.fillStyle = layer.colour.evaluate(zoom, first)
    context.beginPath()
    for (const feature of batch) pen.trace(feature, true)
    context.fill('evenodd')
    const outline = layer.outline.evaluate(zoom, first)
    if (outline) {
      context.strokeStyle = outline
      context.lineWidth = 1
      context.setLineDash([])
      context.stroke()
    }
  }
  context.globalAlpha = 1
}

function stroke(pen: Pen, layer: LineLayer, features: TileFeature[], zoom: number): void {
  const { context } = pen
  const perFeature = layer.colour.perFeature || layer.opacity.perFeature || layer.width.perFeature || layer.dash.perFeature
  for (const batch of batches(features.filter(({ type }) => type !== 1), perFeature)) {
    const [first] = batch as [TileFeature]
    const width = layer.width.evaluate(zoom, first)
    if (width <= 0) continue
    const gap = layer.gapWidth.evaluate(zoom, first)
    context.globalAlpha = layer.opacity.evaluate(zoom, first)
    context.strokeStyle = layer.colour.evaluate(zoom, first)
    context.lineWidth = gap > 0 ? gap + 2 * width : width
    context.lineCap = layer.cap.evaluate(zoom, first)
    context.lineJoin = layer.join.evaluate(zoom, first)
    context.setLineDash((layer.dash.evaluate(zoom, first) ?? []).map((part) => part * width))
    context.beginPath()
    for (const feature of batch) pen.trace(feature, feature.type === 3)
    context.stroke()
  }
  context.setLineDash([])
  context.globalAlpha = 1
}

function circles(pen: Pen, layer: CircleLayer, features: TileFeature[], zoom: number): void {
  const { context } = pen
  for (const feature of features) {
    const radius = layer.radius.evaluate(zoom, feature)
    const strokeWidth = layer.strokeWidth.evaluate(zoom, feature)
    context.globalAlpha = layer.opacity.evaluate(zoom, feature)
    context.fillStyle = layer.colour.evaluate(zoom, feature)
    context.strokeStyle = layer.strokeColour.evaluate(zoom, feature)
    context.lineWidth = strokeWidth
    for (const { x, y } of feature.type === 1 ? feature.paths.flat() : []) {
      context.beginPath()
      context.arc(pen.x(x), pen.y(y), radius + strokeWidth / 2, 0, 2 * Math.PI)
      context.fill()
      if (strokeWidth > 0) context.stroke()
    }
  }
  context.globalAlpha = 1
}
