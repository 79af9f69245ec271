import type { InspectionRecord, InspectionWork, SessionInfo, UploadProgress } from '@api'
import { ask } from '@/field/ask'
import type { QueuedFile } from '@/field/queue'
import { Refusal, type FieldOffice } from '@/field/sync'
import { inspect as text } from '@/text/inspect.zh'
import { bodyOf, type QueuedRecord } from './model'

/** The office over HTTP, for whoever is signed in here. */
export class SessionOffice implements FieldOffice<QueuedRecord, InspectionRecord> {
  private csrf: Record<string, string> = {}

  private ask<T>(method: string, path: string, body?: BodyInit, type?: string): Promise<T> {
    return ask(method, path, { credentials: 'same-origin', headers: this.csrf, body, type }, text.errors)
  }

  /** Asks who is signed in, and for the value that a changing request must carry. */
  async session(): Promise<SessionInfo> {
    return this.accept(await this.ask<SessionInfo>('GET', '/api/v1/session'))
  }

  private accept(session: SessionInfo): SessionInfo {
    this.csrf = { [session.csrfHeader]: session.csrfToken }
    return session
  }

  /** @throws Refusal 401 when nobody is signed in any more, or somebody else is */
  async requireSession(login: string): Promise<SessionInfo> {
    const session = await this.session()
    if (!session.authenticated || session.account?.login !== login) throw new Refusal(text.errors.expired, 401)
    return session
  }

  async logIn(login: string, password: string): Promise<SessionInfo> {
    await this.session()
    return this.accept(await this.ask('POST', '/api/v1/session', JSON.stringify({ login, password })))
  }

  async logOut(): Promise<void> {
    await this.session()
    await this.ask('DELETE', '/api/v1/session')
  }

  work(): Promise<InspectionWork> {
    return this.ask('GET', '/api/v1/inspections/work')
  }

  put(record: QueuedRecord, files: QueuedFile[]): Promise<InspectionRecord> {
    return this.ask('PUT', `/api/v1/inspections/rounds/${record.roundId}/records/${record.clientId}`, JSON.stringify(bodyOf(record, files)))
  }

  confirm(clientId: string, revision: number): Promise<InspectionRecord> {
    return this.ask('PUT', `/api/v1/inspections/records/${clientId}/confirmation`, JSON.stringify({ revision }))
  }

  progress(fileId: string): Promise<UploadProgress> {
    return this.ask('GET', `/api/v1/inspections/uploads/${fileId}`)
  }

  send(fileId: string, offset: number, piece: Blob): Promise<UploadProgress> {
    return this.ask('PUT', `/api/v1/inspections/uploads/${fileId}?offset=${offset}`, piece, 'application/octet-stream')
  }
}
