import type { OwnReport } from '@api'
import { bodyOf, isWaiting, type Office, type QueuedFile, type QueuedReport, type QueueStore } from './model'

/** Small enough for a poor line, large enough not to ask too often. */
export const PIECE_BYTES = 256 * 1024

/** The line broke or the office is away: the same again later. */
export class Unreachable extends Error {
  constructor(readonly retryAfterMs = 0) {
    super('the office cannot be reached')
  }
}

/** The office said no, and will say so again. */
export class Refusal extends Error {
  constructor(message: string, readonly status: number) {
    super(message)
  }
}

/** What the office says of a report, noted on our side. */
function adopt(report: QueuedReport, told: OwnReport): QueuedReport {
  const complete = told.revision >= report.revision && told.files.every(({ progress }) => progress.complete)
  return { ...report, sentRevision: Math.max(report.sentRevision, told.revision), state: told.state, answer: told.answer, fault: undefined, complete }
}

/** Only what the office has changes; somebody may have written on meanwhile. */
async function note(store: QueueStore, clientId: string, change: (report: QueuedReport) => QueuedReport): Promise<void> {
  const now = await store.report(clientId)
  if (now) await store.saveReport(change(now))
}

async function sendFile(store: QueueStore, office: Office, file: QueuedFile, from: number | undefined): Promise<void> {
  const content = file.content
  if (!content) return store.saveFile({ ...file, complete: true })
  let progress = from === undefined ? await office.progress(file.id) : { offset: from, bytes: file.bytes, complete: false, refusal: undefined as string | undefined }
  while (!progress.complete) {
    progress = await office.send(file.id, progress.offset, content.slice(progress.offset, progress.offset + PIECE_BYTES))
  }
  await store.saveFile({ ...file, content: undefined, complete: true, refusal: progress.refusal })
}

async function sendReport(store: QueueStore, office: Office, report: QueuedReport): Promise<void> {
  const files = await store.files(report.clientId)
  const told = await office.put(report.clientId, bodyOf(report, files))
  await note(store, report.clientId, (now) => adopt(now, told))
  for (const file of files.filter(({ complete }) => !complete)) {
    const known = told.files.find(({ id }) => id === file.id)?.progress
    if (known?.complete) await store.saveFile({ ...file, content: undefined, complete: true, refusal: known.refusal })
    else await sendFile(store, office, file, known?.offset)
  }
  await note(store, report.clientId, (now) => ({ ...now, complete: now.revision === report.revision }))
}

/**
 * Sends what waits, the oldest first. Every step may be done again: ids are ours, so nothing is doubled, and a file goes on where it
 * stopped. A report that the office refuses keeps its reason and does not hold up the others.
 *
 * @throws Unreachable when the line broke; what has been sent stays sent
 */
export async function sendWaiting(store: QueueStore, office: Office, told: () => void = () => {}): Promise<void> {
  const waiting = (await store.reports()).filter(isWaiting).toSorted((a, b) => a.changedAt - b.changedAt)
  for (const { clientId } of waiting) {
    const report = await store.report(clientId)
    if (!report || !isWaiting(report)) continue
    try {
      await sendReport(store, office, report)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 401) throw error
      await note(store, clientId, (now) => ({ ...now, fault: error.message }))
    }
    told()
  }
}

/** Learns what became of one's reports. */
export async function learn(store: QueueStore, office: Office): Promise<void> {
  const told = new Map((await office.mine()).map((report) => [report.clientId, report]))
  for (const report of await store.reports()) {
    const news = told.get(report.clientId)
    if (news && !report.draft && (news.state !== report.state || news.answer !== report.answer)) {
      await note(store, report.clientId, (now) => ({ ...now, state: news.state, answer: news.answer }))
    }
  }
}

/** After so many failures in a row: 2 s, 4 s, … at most a minute. */
export const pauseMs = (failures: number): number => Math.min(60_000, 1000 * 2 ** Math.min(failures, 6))
