import type { FurtherName, RegisterEntry, RegisterTimeline, TimelineEvent, TimelineState } from '@api'
import { dayFrom } from './days'
import type { Day } from './timeAxis'
import type { AxisEvent, AxisSpan } from '@/components/register/TimeAxis.vue'
import { registerText as text } from '@/text/register.zh'

/** What happened on one day: the decisions, and the state that began. */
export interface TimelineItem {
  day?: Day
  events: TimelineEvent[]
  state?: TimelineState
}

/** Events and states under their days, the newest first; what has no day comes last. */
export function itemsOf({ states, events }: Pick<RegisterTimeline, 'states' | 'events'>): TimelineItem[] {
  const items = new Map<Day, TimelineItem>()
  const at = (day: Day | undefined) => {
    const key = day ?? ''
    if (!items.has(key)) items.set(key, { day, events: [] })
    return items.get(key)!
  }
  for (const event of events) at(dayFrom(event.effectiveOn)).events.push(event)
  for (const state of states) at(dayFrom(state.from)).state ??= state
  return [...items.values()].toSorted((a, b) => (a.day ?? '') < (b.day ?? '') ? 1 : -1)
}

export function axisEventsOf({ events }: Pick<RegisterTimeline, 'events'>): AxisEvent[] {
  return events.flatMap((event) => {
    const day = dayFrom(event.effectiveOn)
    return day ? [{ day, label: titleOf(event) }] : []
  })
}

/** "更名：李家庄 → 李家坪" */
export function titleOf({ kind, oldName, newName, other }: TimelineEvent): string {
  const names = oldName && newName && oldName !== newName ? `${oldName} → ${newName}` : (newName ?? oldName ?? '')
  return [text.events[kind], [names, other && text.timeline.other(kind, other.name)].filter(Boolean).join('，')].filter(Boolean).join('：')
}

/** How long each name was the standard one: states that follow each other under one name are one band. */
export function spansOf({ states }: Pick<RegisterTimeline, 'states'>): AxisSpan[] {
  const spans: AxisSpan[] = []
  for (const state of states.toReversed().filter(({ status }) => status !== 'RETIRED')) {
    const [from, to] = [dayFrom(state.from), dayFrom(state.to)]
    const last = spans.at(-1)
    if (last?.label === state.name && last.to === from) Object.assign(last, { to, current: state.current })
    else spans.push({ from, to, label: state.name, current: state.current })
  }
  return spans
}

/** The public has no timeline; the names and their dates say as much as may be told. */
export function spansOfNames(entry: Pick<RegisterEntry, 'name' | 'validFrom' | 'validTo' | 'inForce'>, names: FurtherName[]): AxisSpan[] {
  const former = names.filter(({ kind, from, to }) => kind === 'FORMER' && (from || to)).map((name) => ({ from: dayFrom(name.from), to: dayFrom(name.to), label: name.text, current: false }))
  const since = dayFrom(entry.validFrom) ?? former.map(({ to }) => to).filter(Boolean).toSorted().at(-1)
  return [...former, { from: since, to: dayFrom(entry.validTo), label: entry.name, current: entry.inForce }]
}
