import type { Day } from './timeAxis'
import { formatTime } from '@/geo/format'

/** The client reads dates as midnight where the reader is; pages write and compare them as "2024-07-01". */
export function dayFrom(date: Date | undefined): Day | undefined {
  return date && formatTime(date, false).padStart(10, '0')
}

export function dateOf(day: Day | undefined): Date | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  if (!parts) return undefined
  const date = new Date(2000, Number(parts[2]) - 1, Number(parts[3]))
  date.setFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  return date.getMonth() === Number(parts[2]) - 1 && date.getDate() === Number(parts[3]) ? date : undefined
}

/** The last moment of a day: what was recorded on it counts. */
export function endOf(day: Day | undefined): Date | undefined {
  const date = dateOf(day)
  date?.setHours(23, 59, 59, 999)
  return date
}

/** "2001-05-01 – 2024-07-01", either end may be open or unknown. */
export function periodOf(from: Date | undefined, to: Date | undefined): string {
  const [start, end] = [dayFrom(from), dayFrom(to)]
  return start && end ? `${start} – ${end}` : start ? `${start} 起` : end ? `至 ${end}` : ''
}
