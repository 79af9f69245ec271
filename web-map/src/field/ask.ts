import type { Problem } from '@api'
import { Refusal, Unreachable } from './sync'

/** A line that says nothing for so long is broken. */
const PATIENCE_MS = 60_000
/** Answers of an office that is busy or away: the same again later. */
const LATER = new Set([408, 425, 429, 500, 502, 503, 504])

export interface Wish {
  /** what proves who asks: a pass, or the value that goes with a session */
  headers?: Record<string, string>
  credentials: RequestCredentials
  body?: BodyInit
  type?: string
}

/**
 * Asks the office.
 *
 * @throws Unreachable for a line that broke or an office that is busy
 * @throws Refusal for what the office says no to
 */
export async function ask<T>(method: string, path: string, { headers, credentials, body, type = 'application/json' }: Wish, unexpected: string): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, {
      method, body, credentials, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { ...headers, ...(body !== undefined && { 'Content-Type': type }) },
    })
    if (response.ok) return (response.status === 202 || response.status === 204 ? undefined : await response.json()) as T
  } catch {
    throw new Unreachable()
  }
  if (LATER.has(response.status)) throw new Unreachable(Number(response.headers.get('Retry-After') ?? 0) * 1000)
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  throw new Refusal(problem?.detail ?? problem?.title ?? unexpected, response.status)
}
