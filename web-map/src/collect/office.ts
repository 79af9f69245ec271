import type { CampaignJoin, CollectionPass, ErrorReportDraft, FieldWork, OwnReport, UploadProgress } from '@api'
import { ask } from '@/field/ask'
import { collect as text } from '@/text/collect.zh'
import type { Body, Office } from './model'

const send = <T>(method: string, path: string, token: string | undefined, body?: BodyInit, type?: string): Promise<T> =>
  ask(method, path, { credentials: 'omit', headers: token ? { 'X-Api-Key': token } : {}, body, type }, text.errors)

/** Takes up an invitation. */
export const join = (wanted: CampaignJoin): Promise<CollectionPass> => send('POST', '/api/v1/collection/passes', undefined, JSON.stringify(wanted))

/** Says what is wrong, without a name. */
export const reportError = (id: string, draft: ErrorReportDraft): Promise<void> => send('PUT', `/api/v1/public/error-reports/${id}`, undefined, JSON.stringify(draft))

/** The office over HTTP, for whoever holds a pass. */
export class HttpOffice implements Office {
  constructor(private readonly token: string, private readonly base = '') {}

  put(clientId: string, body: Body): Promise<OwnReport> {
    return send('PUT', `${this.base}/api/v1/collection/reports/${clientId}`, this.token, JSON.stringify(body))
  }

  progress(fileId: string): Promise<UploadProgress> {
    return send('GET', `${this.base}/api/v1/collection/uploads/${fileId}`, this.token)
  }

  send(fileId: string, offset: number, piece: Blob): Promise<UploadProgress> {
    return send('PUT', `${this.base}/api/v1/collection/uploads/${fileId}?offset=${offset}`, this.token, piece, 'application/octet-stream')
  }

  async mine(): Promise<OwnReport[]> {
    return (await send<{ items: OwnReport[] }>('GET', `${this.base}/api/v1/collection/reports?limit=500`, this.token)).items
  }

  work(): Promise<FieldWork> {
    return send('GET', `${this.base}/api/v1/collection/work`, this.token)
  }
}
