import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Latest } from './latest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('asks once when somebody types quickly', async () => {
  const ask = vi.fn((question: string) => Promise.resolve(question))
  const done = vi.fn()
  const latest = new Latest(ask, 250, done, vi.fn())
  for (const name of ['和', '和顺', '和顺路']) latest.put(name)
  await vi.advanceTimersByTimeAsync(249)
  expect(ask).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(ask).toHaveBeenCalledOnce()
  expect(done).toHaveBeenCalledExactlyOnceWith('和顺路')
})

it('drops an answer that comes after a newer question', async () => {
  const answers = new Map<string, (answer: string) => void>()
  const done = vi.fn()
  const latest = new Latest((question: string) => new Promise<string>((resolve) => answers.set(question, resolve)), 250, done, vi.fn())
  latest.put('前进路')
  await vi.advanceTimersByTimeAsync(250)
  latest.put('和顺路')
  await vi.advanceTimersByTimeAsync(250)
  answers.get('和顺路')!('new')
  answers.get('前进路')!('old')
  await vi.advanceTimersByTimeAsync(0)
  expect(done).toHaveBeenCalledExactlyOnceWith('new')
})

it('tells a failure, but not one of a question that was given up', async () => {
  const failed = vi.fn()
  const latest = new Latest(() => Promise.reject(new Error('offline')), 250, vi.fn(), failed)
  latest.put('a')
  await vi.advanceTimersByTimeAsync(250)
  expect(failed).toHaveBeenCalledOnce()
  latest.put('b')
  latest.cancel()
  await vi.advanceTimersByTimeAsync(250)
  expect(failed).toHaveBeenCalledOnce()
})
