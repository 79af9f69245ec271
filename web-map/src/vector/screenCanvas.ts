/** Of the map's insides only this is used, to follow a zoom animation as Leaflet's own layers do. */
interface ZoomingMap extends L.Map {
  _latLngToNewLayerPoint(latlng: L.LatLng, zoom: number, center: L.LatLng): L.Point
}

/** Part of a window's width and height kept ready beyond its edges, for dragging. */
const PADDING = 0.2

/** A canvas that covers the window, lies in its own pane and is drawn anew when the map has moved. */
export class ScreenCanvas extends L.Layer {
  readonly canvas = document.createElement('canvas')
  private corner = L.point(0, 0)
  private size = L.point(0, 0)
  private cornerLatLng = L.latLng(0, 0)
  private drawnZoom = 0
  private pending = 0

  constructor(
    private readonly paneName: string,
    private readonly zIndex: number,
    private readonly paint: (frame: Frame) => void,
  ) {
    super()
    this.canvas.className = 'leaflet-zoom-animated'
    this.canvas.style.pointerEvents = 'none'
    this.canvas.setAttribute('aria-hidden', 'true')
  }

  onAdd(map: L.Map): this {
    const pane = map.getPane(this.paneName) ?? map.createPane(this.paneName)
    pane.style.zIndex = String(this.zIndex)
    pane.style.pointerEvents = 'none'
    pane.append(this.canvas)
    this.redraw()
    return this
  }

  onRemove(): this {
    cancelAnimationFrame(this.pending)
    this.pending = 0
    this.canvas.remove()
    return this
  }

  getEvents(): { [name: string]: L.LeafletEventHandlerFn } {
    return {
      moveend: () => this.redraw(),
      viewreset: () => this.redraw(),
      resize: () => this.redraw(),
      zoomanim: (event) => this.follow(event as L.ZoomAnimEvent),
    }
  }

  /** Draws at the next frame, however often it is asked before. */
  redraw(): void {
    this.pending ||= requestAnimationFrame(() => {
      this.pending = 0
      if (this._map) this.draw(this._map)
    })
  }

  private draw(map: L.Map): void {
    const window = map.getSize()
    const ratio = devicePixelRatio || 1
    this.size = window.multiplyBy(1 + 2 * PADDING).round()
    this.corner = map.containerPointToLayerPoint(window.multiplyBy(-PADDING)).round()
    this.cornerLatLng = map.layerPointToLatLng(this.corner)
    this.drawnZoom = map.getZoom()
    const { canvas } = this
    canvas.width = Math.round(this.size.x * ratio)
    canvas.height = Math.round(this.size.y * ratio)
    canvas.style.width = `${this.size.x}px`
    canvas.style.height = `${this.size.y}px`
    L.DomUtil.setTransform(canvas, this.corner, 1)
    const context = canvas.getContext('2d')!
    const origin = map.getPixelOrigin().add(this.corner)
    context.scale(ratio, ratio)
    this.paint({ context, zoom: this.drawnZoom, bounds: L.bounds(origin, origin.add(this.size)) })
  }

  private follow({ zoom, center }: L.ZoomAnimEvent): void {
    const map = this._map as ZoomingMap
    const corner = map._latLngToNewLayerPoint(this.cornerLatLng, zoom, center)
    L.DomUtil.setTransform(this.canvas, corner, map.getZoomScale(zoom, this.drawnZoom))
  }
}

/**
 * The context takes pixels of the canvas; bounds is its place in the whole world at this zoom. World pixels never reach
 * the context: a canvas counts in 32-bit floats, and in a world of 67 million pixels (zoom 18) those step by eight.
 */
export interface Frame {
  context: CanvasRenderingContext2D
  zoom: number
  bounds: L.Bounds
}
