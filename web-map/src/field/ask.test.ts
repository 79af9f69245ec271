import { afterEach, describe, expect, it, vi } from 'vitest'
import { ask, spoken } from './ask'
import { Refusal, Unreachable } from './sync'

const words = { offline: '没有网络', unexpected: '出错了' }
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })))
const failure = () => ask('GET', '/x', { credentials: 'omit' }, words).then(() => undefined, (error: unknown) => error)

describe('asking the office', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('tells a busy office from a missing line', async () => {
    answer(429, { detail: '请 30 秒后再试。' }, { 'Retry-After': '30' })
    const busy = await failure()
    expect(busy).toBeInstanceOf(Unreachable)
    expect((busy as Unreachable).retryAfterMs).toBe(30_000)
    expect(spoken(busy, words)).toBe('请 30 秒后再试。')

    answer(502, '<html>Bad Gateway</html>')
    expect(spoken(await failure(), words)).toBe('出错了')

    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(spoken(await failure(), words)).toBe('没有网络')
  })

  it('says what the office says no to, and nothing in English', async () => {
    answer(422, { title: '不符合规定', detail: '名称过长' })
    const refused = await failure()
    expect(refused).toBeInstanceOf(Refusal)
    expect(spoken(refused, words)).toBe('名称过长')
    expect(spoken(new DOMException('The quota has been exceeded.', 'QuotaExceededError'), words)).toBe('出错了')
  })

  it('takes an answer that breaks off for a line that broke', async () => {
    answer(200, '{"items": [')
    expect(await failure()).toBeInstanceOf(Unreachable)
  })
})
