import type { OwnReport } from '@api'
import type { Queue } from '@/field/queue'
import { note, progressOf, sendWaiting as sendAll } from '@/field/sync'
import { bodyOf, type Office, type QueuedReport } from './model'

/** Sends the reports that wait, see {@link sendAll}. */
export const sendWaiting = (queue: Queue<QueuedReport>, office: Office, told: () => void = () => {}): Promise<void> =>
  sendAll<QueuedReport, OwnReport>(
    queue,
    {
      put: (report, files) => office.put(report.clientId, bodyOf(report, files)),
      progress: (id) => office.progress(id),
      send: (id, offset, piece) => office.send(id, offset, piece),
    },
    (report, answer) => ({ ...report, ...progressOf(report, answer), state: answer.state, answer: answer.answer }),
    told,
  )

/** Learns what became of one's reports. */
export async function learn(queue: Queue<QueuedReport>, office: Office): Promise<void> {
  const told = new Map((await office.mine()).map((report) => [report.clientId, report]))
  for (const report of await queue.items()) {
    const news = told.get(report.clientId)
    if (news && !report.draft && (news.state !== report.state || news.answer !== report.answer)) {
      await note(queue, report.clientId, (now) => ({ ...now, state: news.state, answer: news.answer }))
    }
  }
}
