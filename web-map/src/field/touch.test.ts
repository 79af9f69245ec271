import { beforeEach, describe, expect, it, vi } from 'vitest'
import { field } from '@/text/field.zh'
import { Refusal, Unreachable } from './sync'
import { touch } from './touch'

describe('the line to the office', () => {
  let trouble: unknown
  let storage: unknown
  const send = async () => { if (trouble) throw trouble }
  const look = async () => { if (storage) throw storage }

  beforeEach(() => {
    vi.stubGlobal('navigator', { onLine: true })
    vi.stubGlobal('window', { setTimeout: () => 0 })
    trouble = storage = undefined
  })

  it('says what the office refuses, until it does not', async () => {
    const { line, synchronise } = touch(() => true, send, look, 60_000)
    trouble = new Refusal('采集活动已结束', 403)
    await synchronise()
    expect([line.fault, line.expired]).toEqual(['采集活动已结束', false])
    trouble = undefined
    await synchronise()
    expect(line.fault).toBe('')
  })

  it('says that the telephone is full or closed to it', async () => {
    const { line, synchronise } = touch(() => true, send, look, 60_000)
    storage = new DOMException('full', 'QuotaExceededError')
    await synchronise()
    expect([line.fault, line.sending]).toEqual([field.storage, false])
  })

  it('asks for a new pass where the old one is not known any more, and waits where there is no line', async () => {
    const { line, synchronise } = touch(() => true, send, look, 60_000)
    trouble = new Refusal('', 401)
    await synchronise()
    expect([line.expired, line.fault]).toEqual([true, ''])
    trouble = new Unreachable()
    await synchronise()
    await synchronise()
    expect([line.online, line.fault]).toEqual([false, ''])
  })
})
