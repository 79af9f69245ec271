import { ScreenCanvas, type Frame } from '@/vector/screenCanvas'

export interface TagLine {
  text: string
  fill: string
  ink: string
}

/** A small plate on the map: one line for a door, one for every blade of a sign. */
export interface Tag {
  key: string
  lon: number
  lat: number
  lines: TagLine[]
  border: string
  /** a number that is kept free */
  hollow?: boolean
  /** pointed at: drawn large and above all others */
  strong?: boolean
  movable?: boolean
  /** stands on a post, above its place */
  post?: boolean
  /** the lower, the sooner it gets room for its words */
  rank: number
}

interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

interface Placed extends Box {
  tag: Tag
  words: boolean
}

export interface TagEvents {
  pick: (key: string) => void
  moved: (key: string, lon: number, lat: number) => void
  ground: (lon: number, lat: number) => void
}

/** Below this the map is too small for words. */
const WORDS_FROM = 15
/** A press that moves no further is a click. */
const STILL = 5
const DOT = 4.5
/** Pixels that a finger or a mouse may miss a dot by. */
const REACH = 8
const LINE = 18
const FONT = '600 12px sans-serif'

const overlaps = (a: Box, b: Box) => a.minX < b.maxX && a.maxX > b.minX && a.minY < b.maxY && a.maxY > b.minY

/** Gives words to as many as there is room for, in the order of their ranks; the others stay dots. */
export function placeTags(boxes: readonly (Box & { tag: Tag })[], withWords: boolean): Placed[] {
  const CELL = 64
  const cells = new Map<string, Box[]>()
  const cellsOf = (box: Box) => {
    const keys: string[] = []
    for (let x = Math.floor(box.minX / CELL); x <= Math.floor(box.maxX / CELL); x++) for (let y = Math.floor(box.minY / CELL); y <= Math.floor(box.maxY / CELL); y++) keys.push(`${x} ${y}`)
    return keys
  }
  return boxes.toSorted((a, b) => Number(b.tag.strong ?? false) - Number(a.tag.strong ?? false) || a.tag.rank - b.tag.rank).map((box) => {
    const keys = cellsOf(box)
    const free = box.tag.strong || (withWords && !keys.some((key) => cells.get(key)?.some((other) => overlaps(box, other))))
    if (free) for (const key of keys) cells.set(key, [...(cells.get(key) ?? []), box])
    return { ...box, words: free }
  })
}

/** Door numbers or signs on a canvas of the map; they may be pointed at and dragged. */
export class TagLayer extends ScreenCanvas {
  private tags: readonly Tag[] = []
  private placed: Placed[] = []
  private origin = L.point(0, 0)
  private press?: { id: number; at: L.Point; hit?: Tag; moved: boolean }
  private dragged?: { key: string; at: L.LatLng }
  private removers: (() => void)[] = []

  constructor(private readonly events: TagEvents) {
    super('diming-tags', 470, (frame) => this.paintTags(frame))
  }

  show(tags: readonly Tag[]): void {
    this.tags = tags
    this.redraw()
  }

  onAdd(map: L.Map): this {
    super.onAdd(map)
    const container = map.getContainer()
    const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void) => {
      container.addEventListener(type, act, { capture: true })
      this.removers.push(() => container.removeEventListener(type, act, { capture: true }))
    }
    on('pointerdown', (event) => this.down(event))
    on('pointermove', (event) => this.move(event))
    on('pointerup', (event) => this.up(event))
    on('pointercancel', () => this.giveUp())
    return this
  }

  onRemove(): this {
    for (const remove of this.removers.splice(0)) remove()
    return super.onRemove()
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0 || (event.target as Element).closest('.leaflet-control')) return
    if (this.press) return this.giveUp() // a second finger means the map
    const at = this._map!.mouseEventToContainerPoint(event)
    const hit = this.hitAt(at)
    this.press = { id: event.pointerId, at, hit, moved: false }
    if (hit?.movable) this._map!.dragging.disable()
  }

  private move(event: PointerEvent): void {
    const map = this._map
    if (!map) return
    const at = map.mouseEventToContainerPoint(event)
    const { press } = this
    if (!press) {
      if (event.pointerType === 'mouse') map.getContainer().classList.toggle('over-feature', this.hitAt(at) !== undefined)
      return
    }
    if (press.id !== event.pointerId) return
    press.moved ||= at.distanceTo(press.at) > STILL
    if (press.moved && press.hit?.movable) {
      this.dragged = { key: press.hit.key, at: map.containerPointToLatLng(at) }
      event.preventDefault()
      this.redraw()
    }
  }

  private up(event: PointerEvent): void {
    const { press, dragged } = this
    if (!press || press.id !== event.pointerId) return
    this.giveUp()
    if (dragged) this.events.moved(dragged.key, dragged.at.lng, dragged.at.lat)
    else if (!press.moved && press.hit) this.events.pick(press.hit.key)
    else if (!press.moved) {
      const { lng, lat } = this._map!.containerPointToLatLng(press.at)
      this.events.ground(lng, lat)
    }
  }

  private giveUp(): void {
    this.press = this.dragged = undefined
    this._map?.dragging.enable()
    this.redraw()
  }

  private hitAt(container: L.Point): Tag | undefined {
    const map = this._map!
    const { x, y } = map.project(map.containerPointToLatLng(container), map.getZoom()).subtract(this.origin)
    const inside = ({ minX, minY, maxX, maxY }: Box, reach: number) => x >= minX - reach && x <= maxX + reach && y >= minY - reach && y <= maxY + reach
    return (this.placed.find((placed) => placed.words && inside(placed, 2)) ?? this.placed.find((placed) => inside(dotOf(placed), REACH)))?.tag
  }

  private paintTags({ context, zoom, bounds }: Frame): void {
    const map = this._map!
    this.origin = bounds.min!
    const size = bounds.getSize()
    context.font = FONT
    context.textBaseline = 'middle'
    context.textAlign = 'center'
    const boxes = this.tags.flatMap((tag) => {
      const at = this.dragged?.key === tag.key ? this.dragged.at : L.latLng(tag.lat, tag.lon)
      const { x, y } = map.project(at, zoom).subtract(bounds.min!)
      if (x < -80 || y < -80 || x > size.x + 80 || y > size.y + 80) return []
      return [{ tag, ...boxAt(context, tag, x, y) }]
    })
    this.placed = placeTags(boxes, zoom >= WORDS_FROM)
    for (const { words, ...placed } of this.placed) if (!words) paintDot(context, placed)
    for (const placed of this.placed.toReversed()) if (placed.words) paintWords(context, placed)
  }
}

function boxAt(context: CanvasRenderingContext2D, { lines, post }: Tag, x: number, y: number): Box {
  const width = Math.max(18, ...lines.map(({ text }) => context.measureText(text).width + 10))
  const height = lines.length * LINE
  const top = post ? y - height - 8 : y - height / 2
  return { minX: x - width / 2, maxX: x + width / 2, minY: top, maxY: top + height }
}

function dotOf({ minX, maxX, minY, maxY, tag }: Box & { tag: Tag }): Box {
  const x = (minX + maxX) / 2
  const y = tag.post ? maxY + 8 : (minY + maxY) / 2
  return { minX: x - DOT, maxX: x + DOT, minY: y - DOT, maxY: y + DOT }
}

function paintDot(context: CanvasRenderingContext2D, placed: Box & { tag: Tag }): void {
  const { minX, minY } = dotOf(placed)
  const { hollow, post, strong, lines } = placed.tag
  const border = strong ? '#1d2733' : post ? lines[0]!.fill : placed.tag.border
  context.beginPath()
  context.arc(minX + DOT, minY + DOT, DOT, 0, 2 * Math.PI)
  context.fillStyle = hollow ? '#fff' : border
  context.fill()
  context.strokeStyle = hollow ? border : '#fff'
  context.lineWidth = 1.5
  context.stroke()
}

function paintWords(context: CanvasRenderingContext2D, placed: Placed): void {
  const { tag, minX, minY, maxX, maxY } = placed
  const width = maxX - minX
  if (tag.post) {
    context.strokeStyle = '#46586a'
    context.lineWidth = 2.5
    context.beginPath()
    context.moveTo((minX + maxX) / 2, maxY)
    context.lineTo((minX + maxX) / 2, maxY + 8)
    context.stroke()
    paintDot(context, placed)
  }
  tag.lines.forEach(({ text, fill, ink }, i) => {
    const top = minY + i * LINE
    context.beginPath()
    context.roundRect(minX, top + 0.5, width, LINE - 1, 4)
    context.fillStyle = fill
    context.fill()
    context.fillStyle = ink
    context.fillText(text, (minX + maxX) / 2, top + LINE / 2 + 0.5)
  })
  context.beginPath()
  context.roundRect(minX - 0.5, minY, width + 1, maxY - minY, 4.5)
  context.setLineDash(tag.hollow ? [3, 2] : [])
  context.strokeStyle = tag.strong ? '#1d2733' : tag.border
  context.lineWidth = tag.strong ? 3 : 1.5
  context.stroke()
  context.setLineDash([])
}
