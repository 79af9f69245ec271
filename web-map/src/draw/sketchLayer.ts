import { ScreenCanvas, type Frame } from '@/vector/screenCanvas'
import { formatDistance } from '@/geo/format'
import { draw } from '@/text/draw.zh'
import { hitOf, type Drawing, type Hit } from './drawing'
import { bearingDegrees, distanceMetres, type Path, type Position } from './measure'
import type { Sketch } from './sketch'
import { snap, type SnapTarget } from './snap'

interface XY {
  x: number
  y: number
}

const RED = '#b8402f'
const BLUE = '#1b6a86'
const GREEN = '#2b8a4b'

/** Pixels that a pointer may miss by; a finger is blunter than a mouse. */
const REACH = { mouse: 9, touch: 20 }
/** A press that moves no further is a click. */
const STILL = 5
/** Pixels from one arrowhead to the next. */
const ARROW_EVERY = 90

/** Gives what a vertex may hold on to near a place. */
export type TargetsNear = (latlng: L.LatLng, pixels: number) => SnapTarget[]

/** Lets a person draw on the map with mouse, finger or keyboard, and paints the sketch. */
export class SketchLayer extends ScreenCanvas {
  private press: { id: number; at: XY; hit?: Hit; moved: boolean } | undefined
  private fingers = new Set<number>()
  private reach = REACH.mouse
  /** the middle of the map is the pointer while the keyboard draws */
  private byKeyboard = false
  private removers: (() => void)[] = []

  constructor(
    private readonly drawing: Drawing,
    private readonly targetsNear: TargetsNear,
    private readonly adopt: (containerPoint: L.Point) => void,
  ) {
    super('diming-sketch', 480, (frame) => this.paintSketch(frame))
  }

  onAdd(map: L.Map): this {
    super.onAdd(map)
    map.doubleClickZoom.disable()
    const container = map.getContainer()
    const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void) => {
      container.addEventListener(type, act, { capture: true })
      this.removers.push(() => container.removeEventListener(type, act, { capture: true }))
    }
    on('pointerdown', (event) => this.down(event))
    on('pointermove', (event) => this.moved(event))
    on('pointerup', (event) => this.up(event))
    on('pointercancel', (event) => this.giveUp(event))
    on('pointerleave', () => this.left())
    on('keydown', (event) => this.key(event))
    return this
  }

  onRemove(): this {
    for (const remove of this.removers.splice(0)) remove()
    this._map?.dragging.enable()
    this._map?.doubleClickZoom.enable()
    return super.onRemove()
  }

  getEvents(): { [name: string]: L.LeafletEventHandlerFn } {
    return { ...super.getEvents(), move: () => this.byKeyboard && this.pointAtMiddle() }
  }

  private down(event: PointerEvent): void {
    if (!this.isOnMap(event)) return
    this.fingers.add(event.pointerId)
    if (this.fingers.size > 1 || event.button !== 0) {
      this.drawing.cancelMovement()
      this.press = undefined
      return
    }
    this.byKeyboard = false
    this.reach = event.pointerType === 'touch' ? REACH.touch : REACH.mouse
    const at = this._map!.mouseEventToContainerPoint(event)
    const hit = hitOf(this.drawing.sketch.value, this.positionAt(at), this.metres(this.reach))
    this.press = { id: event.pointerId, at, hit, moved: false }
    if (hit && this.canDrag()) this._map!.dragging.disable()
  }

  private moved(event: PointerEvent): void {
    const map = this._map
    if (!map) return
    const at = map.mouseEventToContainerPoint(event)
    if (this.press?.id === event.pointerId && Math.hypot(at.x - this.press.at.x, at.y - this.press.at.y) > STILL) this.press.moved = true
    if (event.pointerType !== 'touch' || this.press) this.point(at)
    if (this.press?.moved && this.press.hit && this.canDrag()) {
      this.drawing.drag(this.press.hit, this.drawing.pointer.value!.position)
      event.preventDefault()
    }
    this.redraw()
  }

  private up(event: PointerEvent): void {
    this.fingers.delete(event.pointerId)
    const map = this._map
    const press = this.press
    if (!map || press?.id !== event.pointerId) return
    this.press = undefined
    map.dragging.enable()
    if (press.moved) {
      if (press.hit) this.drawing.drop()
    } else {
      this.point(press.at)
      this.clickAt(press.at, press.hit)
    }
    if (event.pointerType === 'touch') this.drawing.pointer.value = undefined
    this.redraw()
  }

  private giveUp(event: PointerEvent): void {
    this.fingers.delete(event.pointerId)
    if (this.press?.id !== event.pointerId) return
    this.press = undefined
    this._map?.dragging.enable()
    this.drawing.cancelMovement()
    this.redraw()
  }

  private left(): void {
    if (this.press || this.byKeyboard) return
    this.drawing.pointer.value = undefined
    this.redraw()
  }

  private clickAt(at: XY, hit?: Hit): void {
    if (this.drawing.tool.value === 'adopt') this.adopt(L.point(at.x, at.y))
    else this.drawing.click(this.drawing.pointer.value!.position, hit)
  }

  private key(event: KeyboardEvent): void {
    const { drawing } = this
    const letter = event.key.toLowerCase()
    if ((event.ctrlKey || event.metaKey) && (letter === 'z' || letter === 'y')) {
      if (letter === 'y' || event.shiftKey) drawing.redo()
      else drawing.undo()
    } else if (event.key === 'Enter') drawing.finish()
    else if (event.key === 'Escape') drawing.cancel()
    else if (event.key === 'Backspace' || event.key === 'Delete') drawing.deleteVertex()
    else if (event.key === ' ') this.clickAtMiddle()
    else {
      if (event.key.startsWith('Arrow')) this.byKeyboard = true
      return
    }
    event.preventDefault()
    event.stopPropagation()
    this.redraw()
  }

  private clickAtMiddle(): void {
    const middle = this._map!.getSize().divideBy(2)
    this.byKeyboard = true
    this.pointAtMiddle()
    this.clickAt(middle, hitOf(this.drawing.sketch.value, this.positionAt(middle), this.metres(this.reach)))
  }

  private pointAtMiddle(): void {
    this.point(this._map!.getSize().divideBy(2))
    this.redraw()
  }

  /** Where the pointer means, held by what is near; a vertex being moved does not hold on to its own line. */
  private point(at: XY): void {
    const position = this.positionAt(at)
    const { sketch, tool } = this.drawing
    const reach = this.metres(this.reach)
    const own: SnapTarget[] = tool.value === 'split' || (this.press?.hit && this.canDrag()) ? [] : [{ path: sketch.value.path }]
    const targets = tool.value === 'split' ? [{ path: sketch.value.path }] : [...own, ...this.targetsNear(L.latLng(position[1], position[0]), this.reach)]
    const snapped = tool.value === 'adopt' || tool.value === 'keep' ? undefined : snap(position, targets, reach)
    this.drawing.pointer.value = { position: snapped?.position ?? position, snapped }
  }

  private canDrag(): boolean {
    const { tool } = this.drawing
    return tool.value === 'edit' || tool.value === 'draw'
  }

  private isOnMap({ target }: Event): boolean {
    return target instanceof Element && !target.closest('.leaflet-control, .leaflet-marker-icon, button, a')
  }

  private positionAt({ x, y }: XY): Position {
    const { lng, lat } = this._map!.containerPointToLatLng(L.point(x, y))
    return [lng, lat]
  }

  private metres(pixels: number): number {
    const middle = this._map!.getSize().divideBy(2)
    return distanceMetres(this.positionAt(middle), this.positionAt(middle.add([pixels, 0])))
  }

  private paintSketch({ context, zoom, bounds }: Frame): void {
    const map = this._map!
    const toCanvas = ([lon, lat]: Position): XY => map.project([lat, lon], zoom).subtract(bounds.min!)
    const { sketch, pieces, pointer, selected, isGrowing } = this.drawing
    const painter = new SketchPainter(context, toCanvas)
    if (pieces.value) {
      painter.line(pieces.value[0].path, BLUE)
      painter.line(pieces.value[1].path, RED)
      painter.dot(pieces.value[1].path[0]!, '#fff', RED, 5)
      return
    }
    painter.shape(sketch.value)
    if (isGrowing.value && pointer.value && this.press?.hit === undefined) painter.rubber(this.growingEnd(), pointer.value.position, sketch.value)
    painter.vertices(sketch.value, selected.value)
    if (pointer.value?.snapped) painter.hold(pointer.value.snapped.position, pointer.value.snapped.to === 'vertex')
    if (this.byKeyboard && pointer.value) painter.cross(toCanvas(this.positionAt(map.getSize().divideBy(2))))
  }

  private growingEnd(): Position | undefined {
    const { path } = this.drawing.sketch.value
    return this.drawing.end.value === 'end' ? path.at(-1) : path[0]
  }
}

/** The strokes a sketch is made of. */
class SketchPainter {
  constructor(private readonly context: CanvasRenderingContext2D, private readonly toCanvas: (position: Position) => XY) {
    context.lineCap = context.lineJoin = 'round'
  }

  shape({ kind, path }: Sketch): void {
    if (kind === 'point' || path.length === 0) return
    const ring = kind === 'polygon' && path.length > 2
    if (ring) {
      this.trace(path)
      this.context.closePath()
      this.context.fillStyle = 'rgb(184 64 47 / 12%)'
      this.context.fill()
    }
    this.line(ring ? [...path, path[0]!] : path, RED)
    if (kind === 'line') this.arrows(path)
  }

  line(path: Path, colour: string): void {
    this.trace(path)
    this.context.strokeStyle = 'rgb(255 255 255 / 85%)'
    this.context.lineWidth = 8
    this.context.stroke()
    this.context.strokeStyle = colour
    this.context.lineWidth = 4
    this.context.stroke()
  }

  /** Small arrowheads that show which way a street runs. */
  private arrows(path: Path): void {
    let since = ARROW_EVERY / 2
    for (let i = 0; i + 1 < path.length; i++) {
      const [from, to] = [this.toCanvas(path[i]!), this.toCanvas(path[i + 1]!)]
      const step = Math.hypot(to.x - from.x, to.y - from.y)
      for (let at = ARROW_EVERY - since; at < step; at += ARROW_EVERY) this.arrow(from, to, at / step)
      since = (since + step) % ARROW_EVERY
    }
  }

  private arrow(from: XY, to: XY, part: number): void {
    const { context } = this
    context.save()
    context.translate(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part)
    context.rotate(Math.atan2(to.y - from.y, to.x - from.x))
    context.beginPath()
    context.moveTo(-5, -6)
    context.lineTo(5, 0)
    context.lineTo(-5, 6)
    context.strokeStyle = '#fff'
    context.lineWidth = 5
    context.stroke()
    context.strokeStyle = RED
    context.lineWidth = 2.5
    context.stroke()
    context.restore()
  }

  /** From the growing end to the pointer, with the length and the bearing of what a click would add. */
  rubber(from: Position | undefined, to: Position, { kind, path }: Sketch): void {
    if (!from) return
    const { context } = this
    context.setLineDash([6, 6])
    context.lineWidth = 2
    context.strokeStyle = RED
    this.trace(kind === 'polygon' && path.length > 1 ? [from, to, path[0]!] : [from, to])
    context.stroke()
    context.setLineDash([])
    const { x, y } = this.toCanvas(to)
    this.note(`${formatDistance(distanceMetres(from, to))} · ${draw.bearing(bearingDegrees(from, to))}`, x + 16, y + 22)
  }

  vertices({ kind, path }: Sketch, selected?: number): void {
    path.forEach((position, i) => this.dot(position, i === selected ? RED : '#fff', RED, kind === 'point' ? 9 : i === selected ? 7 : 5))
    if (kind === 'line' && path.length > 1) {
      this.end(path[0]!, draw.start)
      this.end(path.at(-1)!, draw.end)
    }
  }

  private end(position: Position, word: string): void {
    const { x, y } = this.toCanvas(position)
    this.note(word, x + 9, y - 14)
  }

  hold(position: Position, isVertex: boolean): void {
    const { x, y } = this.toCanvas(position)
    this.context.strokeStyle = GREEN
    this.context.lineWidth = 2.5
    this.context.beginPath()
    if (isVertex) this.context.rect(x - 8, y - 8, 16, 16)
    else this.context.arc(x, y, 8, 0, 2 * Math.PI)
    this.context.stroke()
  }

  cross({ x, y }: XY): void {
    const { context } = this
    context.beginPath()
    for (const [dx, dy] of [[-14, 0], [0, -14]] as const) {
      context.moveTo(x + dx, y + dy)
      context.lineTo(x - dx, y - dy)
    }
    context.strokeStyle = BLUE
    context.lineWidth = 2
    context.stroke()
  }

  dot(position: Position, fill: string, stroke: string, radius: number): void {
    const { x, y } = this.toCanvas(position)
    this.context.beginPath()
    this.context.arc(x, y, radius, 0, 2 * Math.PI)
    this.context.fillStyle = fill
    this.context.strokeStyle = stroke
    this.context.lineWidth = 2.5
    this.context.fill()
    this.context.stroke()
  }

  private note(words: string, x: number, y: number): void {
    const { context } = this
    context.font = '600 12.5px sans-serif'
    context.textBaseline = 'middle'
    context.strokeStyle = '#fff'
    context.lineWidth = 4
    context.strokeText(words, x, y)
    context.fillStyle = '#8d2f21'
    context.fillText(words, x, y)
  }

  private trace(path: Path): void {
    this.context.beginPath()
    path.map(this.toCanvas).forEach(({ x, y }, i) => (i === 0 ? this.context.moveTo(x, y) : this.context.lineTo(x, y)))
  }
}
