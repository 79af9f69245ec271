import type { Queue, Queued, QueuedFile } from './queue'

/** A queue that lasts as long as the program: for measuring and testing. */
export class MemoryQueue<T extends Queued> implements Queue<T> {
  private readonly kept = { items: new Map<string, T>(), files: new Map<string, QueuedFile>() }

  async items(): Promise<T[]> {
    return [...this.kept.items.values()]
  }

  async item(clientId: string): Promise<T | undefined> {
    return this.kept.items.get(clientId)
  }

  async saveItem(item: T): Promise<void> {
    this.kept.items.set(item.clientId, item)
  }

  async removeItem(clientId: string): Promise<void> {
    this.kept.items.delete(clientId)
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
