import type { Queue, Queued, QueuedFile } from './queue'

const ITEMS = 'reports'
const FILES = 'files'

const asked = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error)
})

/** Only a transaction that is complete is on the telephone's disk; one that ran out of space is undone after its requests were answered. */
const kept = (transaction: IDBTransaction): Promise<void> => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve()
  transaction.onabort = () => reject(transaction.error)
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

  private async table(name: string): Promise<IDBObjectStore> {
    return (await this.database).transaction(name, 'readonly').objectStore(name)
  }

  private async write(work: (transaction: IDBTransaction) => void): Promise<void> {
    const transaction = (await this.database).transaction([ITEMS, FILES], 'readwrite', { durability: 'strict' })
    const done = kept(transaction)
    work(transaction)
    await done
  }

  async items(): Promise<T[]> {
    return asked((await this.table(ITEMS)).getAll())
  }

  async item(clientId: string): Promise<T | undefined> {
    return asked((await this.table(ITEMS)).get(clientId))
  }

  async saveItem(item: T): Promise<void> {
    await this.write((transaction) => transaction.objectStore(ITEMS).put(JSON.parse(JSON.stringify(item))))
  }

  /** With its files, or not at all. */
  async removeItem(clientId: string): Promise<void> {
    const files = await this.files(clientId)
    await this.write((transaction) => {
      for (const { id } of files) transaction.objectStore(FILES).delete(id)
      transaction.objectStore(ITEMS).delete(clientId)
    })
  }

  async files(clientId: string): Promise<QueuedFile[]> {
    return asked((await this.table(FILES)).index('clientId').getAll(clientId))
  }

  async saveFile(file: QueuedFile): Promise<void> {
    await this.write((transaction) => transaction.objectStore(FILES).put({ ...file }))
  }

  async removeFile(id: string): Promise<void> {
    await this.write((transaction) => transaction.objectStore(FILES).delete(id))
  }
}
