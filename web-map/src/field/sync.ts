import type { UploadProgress } from '@api'
import { isWaiting, type Queue, type Queued, type QueuedFile } from './queue'

/** Small enough for a poor line, large enough not to ask too often. */
export const PIECE_BYTES = 256 * 1024

/** The line broke or the office is away: the same again later. */
export class Unreachable extends Error {
  /** @param words what an office that was reached says of it */
  constructor(readonly retryAfterMs = 0, readonly words = '') {
    super('the office cannot be reached')
  }
}

/** The office said no, and will say so again. */
export class Refusal extends Error {
  constructor(message: string, readonly status: number) {
    super(message)
  }
}

/** What the office says of something that it was sent. */
export interface Told {
  revision: number
  files: { id: string; progress: UploadProgress }[]
}

/** The office, at the other end of a line that may break at any moment. */
export interface FieldOffice<T extends Queued, R extends Told> {
  put(item: T, files: QueuedFile[]): Promise<R>
  progress(fileId: string): Promise<UploadProgress>
  send(fileId: string, offset: number, piece: Blob): Promise<UploadProgress>
}

/** How far something has come by what the office says. */
export function progressOf(item: Queued, told: Told): Pick<Queued, 'sentRevision' | 'fault' | 'complete'> {
  const complete = told.revision >= item.revision && told.files.every(({ progress }) => progress.complete)
  return { sentRevision: Math.max(item.sentRevision, told.revision), fault: undefined, complete }
}

/** Only what the office has changes; somebody may have written on meanwhile. */
export async function note<T extends Queued>(queue: Queue<T>, clientId: string, change: (item: T) => T): Promise<void> {
  const now = await queue.item(clientId)
  if (now) await queue.saveItem(change(now))
}

async function sendFile<T extends Queued, R extends Told>(queue: Queue<T>, office: FieldOffice<T, R>, file: QueuedFile, from: number | undefined): Promise<void> {
  const content = file.content
  if (!content) return queue.saveFile({ ...file, complete: true })
  let progress = from === undefined ? await office.progress(file.id) : { offset: from, bytes: file.bytes, complete: false, refusal: undefined as string | undefined }
  while (!progress.complete) {
    const at = Math.min(progress.offset, file.bytes - 1) // all has come but is not kept yet: its last byte once more asks for that
    progress = await office.send(file.id, at, content.slice(at, at + PIECE_BYTES))
  }
  await queue.saveFile({ ...file, content: undefined, complete: true, refusal: progress.refusal })
}

async function sendItem<T extends Queued, R extends Told>(queue: Queue<T>, office: FieldOffice<T, R>, item: T, adopt: (item: T, told: R) => T): Promise<void> {
  const files = await queue.files(item.clientId)
  const told = await office.put(item, files)
  await note(queue, item.clientId, (now) => adopt(now, told))
  for (const file of files.filter(({ complete }) => !complete)) {
    const known = told.files.find(({ id }) => id === file.id)?.progress
    if (known?.complete) await queue.saveFile({ ...file, content: undefined, complete: true, refusal: known.refusal })
    else await sendFile(queue, office, file, known?.offset)
  }
  await note(queue, item.clientId, (now) => ({ ...now, complete: now.revision === item.revision }))
}

/**
 * Sends what waits, the oldest first. Every step may be done again: ids are ours, so nothing is doubled, and a file goes on where it
 * stopped. What the office refuses keeps its reason and does not hold up the rest.
 *
 * @throws Unreachable when the line broke; what has been sent stays sent
 */
export async function sendWaiting<T extends Queued, R extends Told>(queue: Queue<T>, office: FieldOffice<T, R>, adopt: (item: T, told: R) => T, told: () => void = () => {}): Promise<void> {
  const waiting = (await queue.items()).filter(isWaiting).toSorted((a, b) => a.changedAt - b.changedAt)
  for (const { clientId } of waiting) {
    const item = await queue.item(clientId)
    if (!item || !isWaiting(item)) continue
    try {
      await sendItem(queue, office, item, adopt)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 401) throw error
      await note(queue, clientId, (now) => ({ ...now, fault: error.message }))
    }
    told()
  }
}

/** After so many failures in a row: 2 s, 4 s, … at most a minute. */
export const pauseMs = (failures: number): number => Math.min(60_000, 1000 * 2 ** Math.min(failures, 6))
