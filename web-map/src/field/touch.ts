import { reactive } from 'vue'
import { field } from '@/text/field.zh'
import { pauseMs, Refusal, Unreachable } from './sync'

/** What there is to say about the line. */
export interface Line {
  online: boolean
  sending: boolean
  /** nobody is known to the office any more */
  expired: boolean
  /** what the office says no to, or that the telephone cannot keep or read anything */
  fault: string
}

/**
 * Keeps in touch with the office: sends when there is a line, and tries again by itself when it breaks.
 *
 * @param ready whether there is anybody to send for
 * @param send everything that is to be sent and asked
 * @param look looks at what the telephone has, afterwards
 * @param everyMs how often, while the page is looked at
 */
export function touch(ready: () => boolean, send: () => Promise<void>, look: () => Promise<void>, everyMs: number) {
  const line = reactive<Line>({ online: navigator.onLine, sending: false, expired: false, fault: '' })
  let failures = 0
  let timer = 0

  async function synchronise(): Promise<void> {
    if (!ready() || line.sending) return
    clearTimeout(timer)
    line.sending = true
    try {
      await send()
      failures = 0
      line.online = true
      line.expired = false
      line.fault = ''
    } catch (error) {
      blame(error)
    } finally {
      line.sending = false
      await look().catch(blame)
    }
  }

  function blame(error: unknown): void {
    if (error instanceof Refusal && error.status === 401) line.expired = true
    else if (error instanceof Unreachable) retry(error.retryAfterMs)
    else line.fault = error instanceof Refusal ? error.message : field.storage
  }

  function retry(afterMs: number): void {
    failures++
    line.online = navigator.onLine && failures < 2
    timer = window.setTimeout(() => void synchronise(), Math.max(afterMs, pauseMs(failures)))
  }

  /** From now on, whenever there is a line again or somebody looks at the page, what waits is sent. */
  function keepInTouch(): void {
    window.addEventListener('online', () => void synchronise())
    window.addEventListener('offline', () => (line.online = false))
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void synchronise())
    window.setInterval(() => document.visibilityState === 'visible' && navigator.onLine && void synchronise(), everyMs)
    void look().catch(blame).then(synchronise)
  }

  return { line, synchronise, keepInTouch }
}
