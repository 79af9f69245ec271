import type { QueuedFile, QueuedReport, QueueStore } from './model'

/** A queue that lasts as long as the program: for measuring and testing. */
export class MemoryStore implements QueueStore {
  private readonly kept = { reports: new Map<string, QueuedReport>(), files: new Map<string, QueuedFile>() }

  async reports(): Promise<QueuedReport[]> {
    return [...this.kept.reports.values()]
  }

  async report(clientId: string): Promise<QueuedReport | undefined> {
    return this.kept.reports.get(clientId)
  }

  async saveReport(report: QueuedReport): Promise<void> {
    this.kept.reports.set(report.clientId, report)
  }

  async removeReport(clientId: string): Promise<void> {
    this.kept.reports.delete(clientId)
  }

  async files(clientId: string): Promise<QueuedFile[]> {
    return [...this.kept.files.values()].filter((file) => file.clientId === clientId)
  }

  async saveFile(file: QueuedFile): Promise<void> {
    this.kept.files.set(file.id, file)
  }

  async removeFile(id: string): Promise<void> {
    this.kept.files.delete(id)
  }
}
