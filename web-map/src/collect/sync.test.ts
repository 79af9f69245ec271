import type { OwnReport, UploadProgress } from '@api'
import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryQueue } from '@/field/memoryQueue'
import { isWaiting, type QueuedFile } from '@/field/queue'
import { pauseMs, PIECE_BYTES, Refusal, Unreachable } from '@/field/sync'
import { bodyOf, missing, type Body, type Office, type QueuedReport } from './model'
import { learn, sendWaiting } from './sync'

/** An office whose line breaks as often as one likes, before or after it has heard. */
class FlakyOffice implements Office {
  readonly reports = new Map<string, Body>()
  readonly files = new Map<string, Uint8Array[]>()
  readonly kept = new Set<string>()
  broken = 0
  refuse = ''
  constructor(private readonly cut: () => 'before' | 'after' | undefined) {}

  private async line<T>(work: () => Promise<T>): Promise<T> {
    const where = this.cut()
    if (where) this.broken++
    if (where === 'before') throw new Unreachable()
    const answer = await work()
    if (where === 'after') throw new Unreachable()
    return answer
  }

  put(clientId: string, body: Body): Promise<OwnReport> {
    return this.line(async () => {
      if (body.written === this.refuse) throw new Refusal('名称过长', 422)
      const known = this.reports.get(clientId)
      if (!known || known.revision < body.revision) this.reports.set(clientId, body)
      return this.own(clientId)
    })
  }

  own(clientId: string): OwnReport {
    const body = this.reports.get(clientId)!
    return { clientId, revision: body.revision, kind: body.kind, state: 'SUBMITTED', title: body.written ?? '', receivedAt: new Date(), files: (body.files ?? []).map(({ id, kind, bytes }) => ({ id, kind, progress: this.now(id, bytes) })) }
  }

  private now(id: string, bytes: number): UploadProgress {
    const offset = (this.files.get(id) ?? []).reduce((sum, piece) => sum + piece.length, 0)
    return { offset, bytes, complete: this.kept.has(id) }
  }

  private bytesOf(id: string): number {
    return [...this.reports.values()].flatMap(({ files }) => files ?? []).find((file) => file.id === id)!.bytes
  }

  progress(id: string): Promise<UploadProgress> {
    return this.line(async () => this.now(id, this.bytesOf(id)))
  }

  send(id: string, offset: number, piece: Blob): Promise<UploadProgress> {
    return this.line(async () => {
      const now = this.now(id, this.bytesOf(id))
      if (!piece.size) throw new Refusal('空', 400)
      if (now.offset === now.bytes) this.kept.add(id) // the office cleans a file after its last piece; here always too late for the answer
      if (now.offset === offset) this.files.set(id, [...(this.files.get(id) ?? []), new Uint8Array(await piece.arrayBuffer())])
      return this.now(id, this.bytesOf(id))
    })
  }

  mine(): Promise<OwnReport[]> {
    return this.line(async () => [...this.reports.keys()].map((id) => ({ ...this.own(id), state: 'ASKED' as const, answer: '哪一口井？' })))
  }
}

const report = (number: number, more: Partial<QueuedReport> = {}): QueuedReport => ({
  clientId: `r${number}`, revision: 1, sentRevision: 0, draft: false, kind: 'NEW_NAME', spoken: '', written: `第${number}巷`, meaning: '', origin: '', toldBy: '', note: '',
  position: { lon: 113, lat: 22, source: 'GNSS' }, changedAt: number, complete: false, ...more,
})

const file = (number: number, bytes: number): QueuedFile => ({
  id: `f${number}`, clientId: `r${number}`, kind: 'PHOTO', bytes, complete: false, content: new Blob([Uint8Array.from({ length: bytes }, (_, i) => (i * 7 + number) % 251)]),
})

describe('the queue of a telephone', () => {
  let store: MemoryQueue<QueuedReport>
  beforeEach(() => (store = new MemoryQueue<QueuedReport>()))

  it('loses and doubles nothing over a line that breaks again and again', async () => {
    let seed = 42
    const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
    const office = new FlakyOffice(() => (random() < 0.3 ? (random() < 0.5 ? 'before' : 'after') : undefined))
    for (let i = 0; i < 10; i++) {
      await store.saveItem(report(i))
      await store.saveFile(file(i, PIECE_BYTES + 100 + i))
    }
    for (let round = 0; round < 5000 && (await store.items()).some(isWaiting); round++) await sendWaiting(store, office).catch(() => {})
    expect(office.broken).toBeGreaterThan(5)
    expect(office.reports.size).toBe(10)
    for (let i = 0; i < 10; i++) {
      const [first, second, ...more] = office.files.get(`f${i}`)!
      expect([first!.length, second!.length, more.length]).toEqual([PIECE_BYTES, 100 + i, 0])
      expect([first![4711], second![99]]).toEqual([(4711 * 7 + i) % 251, ((PIECE_BYTES + 99) * 7 + i) % 251])
    }
    expect((await store.files('r7'))[0]).toMatchObject({ complete: true, content: undefined })
  })

  it('does not let a refused report hold up the others', async () => {
    const office = new FlakyOffice(() => undefined)
    office.refuse = '第1巷'
    for (const number of [1, 2]) await store.saveItem(report(number))
    await sendWaiting(store, office)
    expect(await store.item('r1')).toMatchObject({ fault: '名称过长', complete: false })
    expect(await store.item('r2')).toMatchObject({ complete: true })
  })

  it('sends neither drafts nor what is done', async () => {
    const office = new FlakyOffice(() => undefined)
    await store.saveItem(report(1, { draft: true }))
    await store.saveItem(report(2, { complete: true }))
    await sendWaiting(store, office)
    expect(office.reports.size).toBe(0)
  })

  it('sends a later revision of what was sent', async () => {
    const office = new FlakyOffice(() => undefined)
    await store.saveItem(report(1))
    await sendWaiting(store, office)
    await store.saveItem({ ...(await store.item('r1'))!, revision: 2, written: '井头巷', complete: false })
    await sendWaiting(store, office)
    expect(office.reports.get('r1')!.written).toBe('井头巷')
    expect(await store.item('r1')).toMatchObject({ sentRevision: 2, complete: true })
  })

  it('learns what the office asks', async () => {
    const office = new FlakyOffice(() => undefined)
    await store.saveItem(report(1))
    await sendWaiting(store, office)
    await learn(store, office)
    expect(await store.item('r1')).toMatchObject({ state: 'ASKED', answer: '哪一口井？' })
  })

  it('waits longer after each failure, never longer than a minute', () => {
    expect([1, 2, 3, 20].map(pauseMs)).toEqual([2000, 4000, 8000, 60000])
  })

  it('says what a report lacks', () => {
    expect(missing(report(1, { position: undefined, written: ' ' }))).toEqual(['position', 'name'])
    expect(missing(report(1, { kind: 'ERROR' }))).toEqual(['note'])
    expect(bodyOf(report(1, { meaning: ' ' }), []).meaning).toBeUndefined()
  })
})
