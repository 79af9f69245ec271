import type { QueuedFile, QueuedReport, QueueStore } from './model'

const asked = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error)
})

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('diming-collect', 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('reports', { keyPath: 'clientId' })
    request.result.createObjectStore('files', { keyPath: 'id' }).createIndex('clientId', 'clientId')
  }
  return asked(request)
}

/** The telephone's own database: what is in it outlasts days without a line, and the battery. */
export class PhoneStore implements QueueStore {
  private readonly database = open()

  private async table(name: 'reports' | 'files', mode: IDBTransactionMode): Promise<IDBObjectStore> {
    return (await this.database).transaction(name, mode, { durability: 'strict' }).objectStore(name)
  }

  async reports(): Promise<QueuedReport[]> {
    return asked((await this.table('reports', 'readonly')).getAll())
  }

  async report(clientId: string): Promise<QueuedReport | undefined> {
    return asked((await this.table('reports', 'readonly')).get(clientId))
  }

  async saveReport(report: QueuedReport): Promise<void> {
    await asked((await this.table('reports', 'readwrite')).put(JSON.parse(JSON.stringify(report))))
  }

  async removeReport(clientId: string): Promise<void> {
    for (const { id } of await this.files(clientId)) await this.removeFile(id)
    await asked((await this.table('reports', 'readwrite')).delete(clientId))
  }

  async files(clientId: string): Promise<QueuedFile[]> {
    return asked((await this.table('files', 'readonly')).index('clientId').getAll(clientId))
  }

  async saveFile(file: QueuedFile): Promise<void> {
    await asked((await this.table('files', 'readwrite')).put({ ...file }))
  }

  async removeFile(id: string): Promise<void> {
    await asked((await this.table('files', 'readwrite')).delete(id))
  }
}
