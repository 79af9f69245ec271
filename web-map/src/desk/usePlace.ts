import type { CaseItemDraft, DivisionRef, PlaceCard } from '@api'
import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { api } from '@/client'
import { Drawing } from '@/draw/drawing'
import { anchorOf, boxOf, emptySketch, fromGeometry, isComplete, toGeometry, type Sketch } from '@/draw/sketch'
import { categoryOfRecord, categoryOfShape, factsOf, locationOf, needsPlace, scaleOf, usualClass } from './filing'
import { Latest } from './latest'

type Surroundings = { sketch: Sketch; divisions: DivisionRef[]; from?: string; to?: string }

/** Long enough that a quickly drawn line asks once. */
const PAUSE_MS = 350

/**
 * Where an item of a filing is: what is drawn and what the drawing says by itself (division, category, position, size),
 * or the registered place that was chosen.
 */
export function usePlace(item: Ref<CaseItemDraft | undefined>) {
  const drawing = new Drawing()
  const place = shallowRef<PlaceCard>()
  const merged = shallowRef<PlaceCard[]>([])
  const divisions = shallowRef<DivisionRef[]>()
  const width = ref<number>()
  /** what was filled in without being asked, so that it may be renewed as long as nobody changed it */
  const written = new WeakMap<object, Record<string, string>>()
  const suggested = ref<ReadonlySet<string>>(new Set())
  let current: CaseItemDraft | undefined

  const around = new Latest(surroundings, PAUSE_MS, describe, () => undefined)

  const drawn = computed(() => isComplete(drawing.sketch.value))
  const geometry = computed(() => (item.value?.geometry ?? place.value?.geometry) as GeoJSON.Geometry | undefined)
  const anchor = computed(() => {
    const sketch = geometry.value && fromGeometry(geometry.value)
    return sketch ? anchorOf(sketch) : place.value?.lon !== undefined ? ([place.value.lon, place.value.lat!] as const) : undefined
  })
  const box = computed(() => (place.value?.bbox && !drawn.value ? place.value.bbox : boxOf(drawing.sketch.value)))

  /** Another item comes to hand: its drawing and its place are taken up as they were left. */
  watch(item, (now) => {
    if (now === current) return
    current = now
    const sketch = now?.geometry && fromGeometry(now.geometry as GeoJSON.Geometry)
    drawing.open(sketch || emptySketch('line'))
    width.value = factsOf(now?.scale).widthMetres
    divisions.value = undefined
    void takeUp(now)
    if (sketch) around.put(sketch)
  }, { immediate: true })

  async function takeUp(now: CaseItemDraft | undefined) {
    place.value = undefined
    merged.value = []
    if (!now || !needsPlace(now.action) || !now.placeId) return
    const cards = await Promise.all([now.placeId, ...(now.mergedIds ?? [])].map((id) => api.places.getPlace({ id }).catch(() => undefined)))
    if (current !== now) return
    place.value = cards[0]
    merged.value = cards.slice(1).filter((card) => card !== undefined)
  }

  watch(drawing.sketch, (sketch) => {
    const now = item.value
    if (!now || needsPlace(now.action)) return
    const drawnShape = toGeometry(sketch)
    if (JSON.stringify(drawnShape) === JSON.stringify(now.geometry)) return
    now.geometry = drawnShape as CaseItemDraft['geometry']
    if (!drawnShape) {
      divisions.value = undefined
      return
    }
    if (!now.category) setCategory(categoryOfShape(sketch.kind))
    suggest(now, 'scale', scaleOf(sketch, { widthMetres: width.value }))
    around.put(sketch)
  })

  watch(width, (metres) => {
    const now = item.value
    if (now && drawn.value && metres !== factsOf(now.scale).widthMetres) suggest(now, 'scale', scaleOf(drawing.sketch.value, { widthMetres: metres }))
  })

  function setCategory(category: NonNullable<CaseItemDraft['category']>): void {
    Object.assign(item.value!, { category, classCode: usualClass(category) })
  }

  /** Writes into a field that is empty or still says what was written there before. */
  function suggest(now: CaseItemDraft, field: 'scale' | 'location', words: string): void {
    const before = written.get(now) ?? {}
    if (!words || (now[field] && now[field] !== before[field])) return
    now[field] = words
    written.set(now, { ...before, [field]: words })
    suggested.value = new Set([...suggested.value, field])
  }

  async function surroundings(sketch: Sketch, signal: AbortSignal): Promise<Surroundings> {
    const middle = anchorOf(sketch)!
    const ends = sketch.kind === 'line' ? [sketch.path[0]!, sketch.path.at(-1)!] : [middle]
    const [chain, ...near] = await Promise.all([
      api.divisions.findDivisionsAt({ lon: middle[0], lat: middle[1] }, { signal }),
      ...ends.map(([lon, lat]) => api.search.reverse({ lon, lat, radius: 200, limit: 1 }, { signal }).then(({ nearest }) => nearest[0]?.name)),
    ])
    return { sketch, divisions: chain.divisions, from: near[0], to: near[1] }
  }

  function describe({ sketch, divisions: chain, from, to }: Surroundings): void {
    divisions.value = chain
    const now = item.value
    if (!now) return
    if (!needsPlace(now.action)) now.divisionCode = chain.at(-1)?.code
    suggest(now, 'location', locationOf(sketch, from, to === from ? undefined : to))
  }

  async function choose(id: number): Promise<PlaceCard> {
    const card = await api.places.getPlace({ id })
    const now = item.value!
    if (place.value && now.action === 'STANDARDISE') {
      if (card.id !== place.value.id && !now.mergedIds?.includes(id)) {
        now.mergedIds = [...(now.mergedIds ?? []), id]
        merged.value = [...merged.value, card]
      }
      return card
    }
    place.value = card
    Object.assign(now, { placeId: id, category: categoryOfRecord(card.kind, card.classCode), divisionCode: card.divisionCode?.padEnd(12, '0') })
    if (now.action === 'STANDARDISE') now.name ||= card.name
    divisions.value = card.divisions
    const sketch = now.action === 'RENAME' && card.geometry && fromGeometry(card.geometry as GeoJSON.Geometry)
    if (sketch) {
      suggest(now, 'scale', scaleOf(sketch, {}))
      around.put(sketch)
    }
    return card
  }

  function forget(): void {
    place.value = undefined
    merged.value = []
    Object.assign(item.value!, { placeId: undefined, mergedIds: [], divisionCode: undefined })
  }

  function unmerge(id: number): void {
    item.value!.mergedIds = item.value!.mergedIds?.filter((other) => other !== id)
    merged.value = merged.value.filter((card) => card.id !== id)
  }

  const divisionPath = computed(() => divisions.value?.map(({ name }) => name).join(''))

  return { drawing, place, merged, divisions, divisionPath, width, drawn, geometry, anchor, box, suggested, setCategory, choose, forget, unmerge }
}
