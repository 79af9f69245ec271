/** Something that waits until the office has it. */
export interface Queued {
  clientId: string
  revision: number
  /** the last revision that the office has */
  sentRevision: number
  /** still being written: not sent yet */
  draft: boolean
  /** milliseconds */
  changedAt: number
  /** why the office does not take it in as it is */
  fault?: string
  /** all of it has come, files too */
  complete: boolean
}

/** A photo or recording; its content goes once the office has it. */
export interface QueuedFile {
  id: string
  clientId: string
  kind: 'PHOTO' | 'VOICE'
  bytes: number
  content?: Blob
  /** a picture small enough to keep */
  thumbnail?: string
  /** which of several groups of photos it belongs to */
  phase?: 'BEFORE' | 'AFTER'
  complete: boolean
  refusal?: string
}

/** Where things wait; the telephone's own database, or memory in a test. */
export interface Queue<T extends Queued> {
  items(): Promise<T[]>
  item(clientId: string): Promise<T | undefined>
  saveItem(item: T): Promise<void>
  removeItem(clientId: string): Promise<void>
  files(clientId: string): Promise<QueuedFile[]>
  saveFile(file: QueuedFile): Promise<void>
  removeFile(id: string): Promise<void>
}

export const isWaiting = (item: Queued): boolean => !item.draft && !item.fault && !item.complete
