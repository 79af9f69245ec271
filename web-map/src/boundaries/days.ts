/** The generated client gives days as midnight UTC. */
export function dayOf(day: Date | string): string {
  return (typeof day === 'string' ? day : day.toISOString()).slice(0, 10)
}
