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

/** What a page says where the office says nothing. */
export interface Words {
  offline: string
  unexpected: string
}

/**
 * Asks the office.
 *
 * @throws Unreachable for a line that broke or an office that is busy
 * @throws Refusal for what the office says no to
 */
export async function ask<T>(method: string, path: string, wish: Wish, { unexpected }: Pick<Words, 'unexpected'>): Promise<T> {
  const response = await request(method, path, wish, unexpected)
  if (response.status === 202 || response.status === 204) return undefined as T
  return (await response.json().catch(() => Promise.reject(new Unreachable()))) as T
}

/** The same for an answer of any form. */
export async function request(method: string, path: string, { headers, credentials, body, type }: Wish, unexpected: string): Promise<Response> {
  const response = await fetch(path, {
    method, body, credentials, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { ...headers, ...(type ? { 'Content-Type': type } : typeof body === 'string' && { 'Content-Type': 'application/json' }) },
  }).catch(() => Promise.reject(new Unreachable()))
  if (response.ok) return response
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  const words = problem?.detail ?? problem?.title ?? unexpected
  if (LATER.has(response.status)) throw new Unreachable(Number(response.headers.get('Retry-After') ?? 0) * 1000, words)
  throw new Refusal(words, response.status)
}

/** What a person is told of what went wrong; an office that was reached is not called a missing line. */
export function spoken(error: unknown, { offline, unexpected }: Words): string {
  if (error instanceof Unreachable) return error.words || offline
  return error instanceof Refusal ? error.message : unexpected
}
