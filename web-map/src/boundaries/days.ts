/** The generated client gives days as midnight UTC. */
export function dayOf(day: Date | string): string {
  return (typeof day === 'string' ? day : day.toISOString()).slice(0, 10)
}

/** And takes them so: a day that a person chose, whatever the time zone. */
export const utcDay = (day: string | undefined | null): Date | undefined => (day ? new Date(`${day}T00:00:00Z`) : undefined)
