import type { CampaignJoin, CollectionPass, ErrorReportDraft, FieldWork, OwnReport, Problem, UploadProgress } from '@api'
import { collect as text } from '@/text/collect.zh'
import type { Body, Office } from './model'
import { Refusal, Unreachable } from './sync'

/** A line that says nothing for so long is broken. */
const PATIENCE_MS = 60_000
/** Answers of an office that is busy or away: the same again later. */
const LATER = new Set([408, 425, 429, 500, 502, 503, 504])

async function ask<T>(method: string, path: string, token: string | undefined, body?: BodyInit, type = 'application/json'): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, {
      method, body, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { ...(token && { 'X-Api-Key': token }), ...(body !== undefined && { 'Content-Type': type }) },
    })
    if (response.ok) return (response.status === 202 ? undefined : await response.json()) as T
  } catch {
    throw new Unreachable()
  }
  if (LATER.has(response.status)) throw new Unreachable(Number(response.headers.get('Retry-After') ?? 0) * 1000)
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  throw new Refusal(problem?.detail ?? problem?.title ?? text.errors.unexpected, response.status)
}

/** Takes up an invitation. */
export const join = (wanted: CampaignJoin): Promise<CollectionPass> => ask('POST', '/api/v1/collection/passes', undefined, JSON.stringify(wanted))

/** Says what is wrong, without a name. */
export const reportError = (id: string, draft: ErrorReportDraft): Promise<void> => ask('PUT', `/api/v1/public/error-reports/${id}`, undefined, JSON.stringify(draft))

/** The office over HTTP, for whoever holds a pass. */
export class HttpOffice implements Office {
  constructor(private readonly token: string, private readonly base = '') {}

  put(clientId: string, body: Body): Promise<OwnReport> {
    return ask('PUT', `${this.base}/api/v1/collection/reports/${clientId}`, this.token, JSON.stringify(body))
  }

  progress(fileId: string): Promise<UploadProgress> {
    return ask('GET', `${this.base}/api/v1/collection/uploads/${fileId}`, this.token)
  }

  send(fileId: string, offset: number, piece: Blob): Promise<UploadProgress> {
    return ask('PUT', `${this.base}/api/v1/collection/uploads/${fileId}?offset=${offset}`, this.token, piece, 'application/octet-stream')
  }

  async mine(): Promise<OwnReport[]> {
    return (await ask<{ items: OwnReport[] }>('GET', `${this.base}/api/v1/collection/reports?limit=500`, this.token)).items
  }

  work(): Promise<FieldWork> {
    return ask('GET', `${this.base}/api/v1/collection/work`, this.token)
  }
}
