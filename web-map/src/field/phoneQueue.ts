import type { Queue, Queued, QueuedFile } from './queue'

const ITEMS = 'reports'
const FILES = 'files'

const asked = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error)
})

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(ITEMS, { keyPath: 'clientId' })
    request.result.createObjectStore(FILES, { keyPath: 'id' }).createIndex('clientId', 'clientId')
  }
  return asked(request)
}

/** The telephone's own database: what is in it outlasts days without a line, and the battery. */
export class PhoneQueue<T extends Queued> implements Queue<T> {
  private readonly database: Promise<IDBDatabase>

  constructor(name: string) {
    this.database = open(name)
  }

  private async table(name: string, mode: IDBTransactionMode): Promise<IDBObjectStore> {
    return (await this.database).transaction(name, mode, { durability: 'strict' }).objectStore(name)
  }

  async items(): Promise<T[]> {
    return asked((await this.table(ITEMS, 'readonly')).getAll())
  }

  async item(clientId: string): Promise<T | undefined> {
    return asked((await this.table(ITEMS, 'readonly')).get(clientId))
  }

  async saveItem(item: T): Promise<void> {
    await asked((await this.table(ITEMS, 'readwrite')).put(JSON.parse(JSON.stringify(item))))
  }

  async removeItem(clientId: string): Promise<void> {
    for (const { id } of await this.files(clientId)) await this.removeFile(id)
    await asked((await this.table(ITEMS, 'readwrite')).delete(clientId))
  }

  async files(clientId: string): Promise<QueuedFile[]> {
    return asked((await this.table(FILES, 'readonly')).index('clientId').getAll(clientId))
  }

  async saveFile(file: QueuedFile): Promise<void> {
    await asked((await this.table(FILES, 'readwrite')).put({ ...file }))
  }

  async removeFile(id: string): Promise<void> {
    await asked((await this.table(FILES, 'readwrite')).delete(id))
  }
}
