/** The client reads a date without a time as midnight in Greenwich; these two keep to that. */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
export const dayOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`)

const DAY_MS = 86_400_000

/** The calendar day here, as the office counts it. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Whole days from today until a date; negative once it has passed. */
export function daysUntil(date: Date, from = today()): number {
  return Math.round((date.getTime() - dayOf(from).getTime()) / DAY_MS)
}
