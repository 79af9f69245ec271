import { computed, ref, shallowRef } from 'vue'
import { distanceMetres, footOn, type Position } from './measure'
import { append, emptySketch, insert, isComplete, move, nearerEnd, remove, reverse, segmentsOf, split, type End, type Sketch, type SketchKind } from './sketch'
import type { Snapped } from './snap'
import { begin, record, redo, undo } from './undo'

export type Tool = 'draw' | 'edit' | 'extend' | 'split' | 'keep' | 'adopt'

/** The part of the sketch under the pointer. */
export type Hit = { part: 'vertex'; index: number } | { part: 'segment'; index: number }

/** What a person does to a sketch, click by click; it knows nothing of the screen. */
export class Drawing {
  readonly tool = ref<Tool>('draw')
  /** the end that grows while drawing */
  readonly end = ref<End>('end')
  readonly selected = ref<number>()
  /** where the pointer is, held by what it snapped to */
  readonly pointer = shallowRef<{ position: Position; snapped?: Snapped }>()
  /** a cut line, until one of the parts is chosen */
  readonly pieces = shallowRef<[Sketch, Sketch]>()
  private readonly steps = shallowRef(begin<Sketch>(emptySketch('line')))
  private readonly moving = shallowRef<Sketch>()

  /** as it looks now, in the middle of a movement too */
  readonly sketch = computed(() => this.moving.value ?? this.steps.value.present)
  readonly canUndo = computed(() => this.steps.value.past.length > 0)
  readonly canRedo = computed(() => this.steps.value.future.length > 0)
  readonly isGrowing = computed(() => this.tool.value === 'draw' && this.sketch.value.kind !== 'point')

  /** Begins anew from a given sketch; nothing before it can be taken back. */
  open(sketch: Sketch): void {
    this.steps.value = begin(sketch)
    this.rest()
  }

  /** Begins another kind of sketch; what was drawn can be had back by undoing. */
  start(kind: SketchKind): void {
    this.change(emptySketch(kind))
    this.rest()
  }

  /** Puts in a shape that exists already. */
  adopt(sketch: Sketch): void {
    this.change(sketch)
    this.rest()
  }

  use(tool: Tool): void {
    this.tool.value = this.tool.value === tool ? 'edit' : tool
    this.pieces.value = undefined
    this.selected.value = undefined
  }

  click(position: Position, hit?: Hit): void {
    const { sketch } = this
    switch (this.tool.value) {
      case 'draw': return this.clickToDraw(position, hit)
      case 'edit': return this.clickToEdit(position, hit)
      case 'extend':
        this.end.value = nearerEnd(sketch.value, position)
        this.change(append(sketch.value, position, this.end.value))
        this.tool.value = 'draw'
        return
      case 'split':
        this.pieces.value = split(sketch.value, position)
        if (this.pieces.value) this.tool.value = 'keep'
        return
      case 'keep': return this.keep(position)
    }
  }

  private clickToDraw(position: Position, hit?: Hit): void {
    const { kind, path } = this.sketch.value
    const last = this.end.value === 'end' ? path.length - 1 : 0
    const closes = hit?.part === 'vertex' && (hit.index === last || (kind === 'polygon' && hit.index === 0))
    if (closes && kind !== 'point') return this.finish()
    this.change(append(this.sketch.value, position, this.end.value))
    if (kind === 'point') this.rest()
  }

  private clickToEdit(position: Position, hit?: Hit): void {
    if (this.sketch.value.kind === 'point') this.change(append(this.sketch.value, position))
    else if (hit?.part === 'segment') {
      this.change(insert(this.sketch.value, hit.index, position))
      this.selected.value = hit.index + 1
    } else {
      this.selected.value = hit?.index
    }
  }

  private keep(position: Position): void {
    const nearest = this.pieces.value?.toSorted((a, b) => distanceTo(a, position) - distanceTo(b, position))[0]
    if (nearest) this.change(nearest)
    this.rest()
  }

  /** The selected vertex is an end: drawing goes on from there. */
  continueFrom(end: End): void {
    this.end.value = end
    this.tool.value = 'draw'
    this.selected.value = undefined
  }

  /** Moves a vertex, or draws a new one out of a segment; call drop when the pointer is lifted. */
  drag(hit: Hit, position: Position): void {
    const { present } = this.steps.value
    this.moving.value = hit.part === 'vertex' ? move(present, hit.index, position) : insert(present, hit.index, position)
    this.selected.value = hit.part === 'vertex' ? hit.index : hit.index + 1
  }

  drop(): void {
    if (this.moving.value) this.change(this.moving.value)
  }

  finish(): void {
    if (isComplete(this.sketch.value)) this.rest()
  }

  /** Takes away the selected vertex, or while drawing the newest one. */
  deleteVertex(): void {
    const { path } = this.sketch.value
    const index = this.selected.value ?? (this.isGrowing.value ? (this.end.value === 'end' ? path.length - 1 : 0) : undefined)
    if (index === undefined || path.length === 0) return
    this.change(remove(this.sketch.value, index))
    this.selected.value = undefined
    if (!isComplete(this.sketch.value)) this.tool.value = 'draw'
  }

  reverse(): void {
    this.change(reverse(this.sketch.value))
    this.end.value = this.end.value === 'end' ? 'start' : 'end'
  }

  cancelMovement(): void {
    this.moving.value = undefined
  }

  /** Gives up what was begun: a movement, a cut, a choice; at last the growing end. */
  cancel(): void {
    this.cancelMovement()
    this.rest()
  }

  undo(): void {
    this.steps.value = undo(this.steps.value)
    this.settle()
  }

  redo(): void {
    this.steps.value = redo(this.steps.value)
    this.settle()
  }

  clear(): void {
    this.start(this.sketch.value.kind)
  }

  private change(sketch: Sketch): void {
    this.moving.value = undefined
    this.steps.value = record(this.steps.value, sketch)
  }

  private settle(): void {
    this.selected.value = undefined
    this.pieces.value = undefined
    if (!isComplete(this.sketch.value)) this.tool.value = 'draw'
    else if (this.tool.value === 'keep') this.tool.value = 'edit'
  }

  private rest(): void {
    this.selected.value = undefined
    this.pieces.value = undefined
    this.end.value = 'end'
    this.tool.value = isComplete(this.sketch.value) ? 'edit' : 'draw'
  }
}

function distanceTo({ path }: Sketch, position: Position): number {
  return footOn(path, position)?.distanceMetres ?? Infinity
}

/** What of the sketch lies within reach of a position: a vertex before a segment, and the newest vertex first. */
export function hitOf(sketch: Sketch, position: Position, reachMetres: number): Hit | undefined {
  const near = sketch.path.map((vertex, index) => ({ index, distance: distanceMetres(vertex, position) }))
    .filter(({ distance }) => distance <= reachMetres)
    .toSorted((a, b) => a.distance - b.distance || b.index - a.index)[0]
  if (near) return { part: 'vertex', index: near.index }
  const index = segmentsOf(sketch).findIndex((segment) => footOn(segment, position)!.distanceMetres <= reachMetres)
  return index < 0 ? undefined : { part: 'segment', index }
}
