/** A day as the service writes it, "2024-07-01"; names may only know a year, "1952", or a month, "1952-06". */
export type Day = string

const MILLIS_PER_DAY = 86_400_000

/** Days since 1970 of the first day that is meant; nothing if it is no date. */
export function dayNumber(day: Day | undefined): number | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day ?? '')
  if (!parts) return undefined
  const [year, month, date] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  const time = new Date(Date.UTC(2000, month - 1, date))
  time.setUTCFullYear(year, month - 1, date)
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === date ? Math.floor(time.getTime() / MILLIS_PER_DAY) : undefined
}

export function dayOf(number: number): Day {
  return new Date(number * MILLIS_PER_DAY).toISOString().slice(0, 10)
}

/** Today where the reader is. */
export function today(now = new Date()): Day {
  return dayOf(Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / MILLIS_PER_DAY))
}

export interface Axis {
  from: number
  to: number
}

/** From the year of the first event to the year's end after the last, at least five years, so that one event does not fill the axis. */
export function axisOf(days: (Day | undefined)[], now: Day): Axis {
  const numbers = [...days, now].map(dayNumber).filter((number) => number !== undefined)
  const firstYear = yearOf(Math.min(...numbers))
  const lastYear = yearOf(Math.max(...numbers))
  return { from: dayNumber(yearStart(Math.min(firstYear, lastYear - 4)))!, to: dayNumber(yearStart(lastYear + 1))! - 1 }
}

const yearOf = (number: number) => new Date(number * MILLIS_PER_DAY).getUTCFullYear()
const yearStart = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`

/** 0 at the beginning of the axis, 1 at its end. */
export function placeOn({ from, to }: Axis, number: number): number {
  return Math.max(0, Math.min(1, (number - from) / (to - from)))
}

export function numberAt({ from, to }: Axis, place: number): number {
  return Math.round(from + Math.max(0, Math.min(1, place)) * (to - from))
}

export interface Tick {
  place: number
  label: string
}

const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500]
/** A label of four figures and the air around it, in pixels. */
const ROOM = 58

/** The years that are written under the axis, so that their labels do not touch. */
export function ticksOf(axis: Axis, width: number): Tick[] {
  const [first, last] = [yearOf(axis.from), yearOf(axis.to)]
  const most = Math.max(1, Math.floor(width / ROOM))
  const step = YEAR_STEPS.find((years) => (last - first) / years < most) ?? 1000
  const ticks: Tick[] = []
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    ticks.push({ place: placeOn(axis, dayNumber(yearStart(year))!), label: String(year) })
  }
  return ticks
}

/** The nearest event not farther away than so many days, else the day itself: a finger need not hit the day exactly. */
export function snapped(number: number, events: number[], within: number): number {
  let best = number
  let distance = within
  for (const event of events) {
    if (Math.abs(event - number) > distance) continue
    best = event
    distance = Math.abs(event - number)
  }
  return best
}

/** The event before or after a day. */
export function neighbour(number: number, events: number[], direction: 1 | -1): number | undefined {
  const beyond = events.filter((event) => (event - number) * direction > 0)
  return beyond.length === 0 ? undefined : direction > 0 ? Math.min(...beyond) : Math.max(...beyond)
}
