import { describe, expect, it } from 'vitest'
import { MemoryQueue } from '@/field/memoryQueue'
import { progressOf, sendWaiting, Unreachable, type FieldOffice, type Told } from '@/field/sync'
import { bodyOf, missing, nextStretch, walkedMetres, type QueuedRecord } from './model'

const record = (change: Partial<QueuedRecord> = {}): QueuedRecord => ({
  clientId: 'a', revision: 1, sentRevision: 0, draft: false, changedAt: Date.UTC(2026, 2, 1), complete: false, roundId: 7, withdrawn: false,
  marker: { markerId: 3, number: '001', status: 'LOST', position: { lon: 113, lat: 22, accuracyMetres: 4, source: 'GNSS' }, cause: '挖走', action: 'RESET', otherSide: '王五', note: '' }, ...change,
})
const photo = { id: 'p', clientId: 'a', kind: 'PHOTO' as const, bytes: 9, phase: 'BEFORE' as const, complete: false }

describe('a record from the field', () => {
  it('that is whole lacks nothing', () => expect(missing(record(), [photo])).toEqual([]))
  it('of a marker set anew without the other side lacks somebody', () => expect(missing(record({ marker: { ...record().marker!, otherSide: ' ' } }), [photo])).toEqual(['otherSide']))
  it('without fix, photo, cause and action says each', () => expect(missing(record({ marker: { markerId: 3, number: '', status: 'FADED', cause: '', otherSide: '', note: '' } }), [])).toEqual(['fix', 'photo', 'cause', 'action']))
  it('of a stretch that ends where it begins lacks its stretch', () => expect(missing(record({ marker: undefined, segment: { fromMetres: 5, toMetres: 5, identifiable: true, changes: '', oneSided: '', projects: [], interviews: 0, heard: '', disputes: '', note: '' } }), [])).toEqual(['stretch']))
  it('of an intact marker sends no cause', () => expect(bodyOf(record({ marker: { ...record().marker!, status: 'INTACT', action: 'NONE' } }), [photo]).marker).toMatchObject({ cause: undefined, accuracyMetres: 4 }))
  it('is sent once though the line breaks after the office has heard', async () => {
    const queue = new MemoryQueue<QueuedRecord>()
    await queue.saveItem(record())
    const heard = new Map<string, number>()
    let broken = 3
    const office: FieldOffice<QueuedRecord, Told> = {
      put: async (item) => {
        heard.set(item.clientId, item.revision)
        if (broken-- > 0) throw new Unreachable()
        return { revision: item.revision, files: [] }
      },
      progress: () => Promise.reject(new Unreachable()),
      send: () => Promise.reject(new Unreachable()),
    }
    for (let i = 0; i < 5; i++) await sendWaiting(queue, office, (item, told) => ({ ...item, ...progressOf(item, told) })).catch(() => {})
    expect([...heard]).toEqual([['a', 1]])
    expect((await queue.item('a'))?.complete).toBe(true)
  })
})

describe('the line that is walked', () => {
  it('counts each metre once', () => expect(walkedMetres([{ fromMetres: 50, toMetres: 120 }, { fromMetres: 0, toMetres: 100 }])).toBe(120))
  const stations = [{ name: '起点', alongMetres: 0 }, { name: '1', alongMetres: 100 }, { name: '终点', alongMetres: 250 }]
  it('goes on where nobody has been', () => expect(nextStretch(stations, [{ fromMetres: 0, toMetres: 100 }])).toEqual([100, 250]))
  it('has an end', () => expect(nextStretch(stations, [{ fromMetres: 0, toMetres: 250 }])).toBeUndefined())
})
