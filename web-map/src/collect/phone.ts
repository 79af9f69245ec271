import type { Campaign, CollectionTask } from '@api'
import { computed, reactive, ref, shallowRef } from 'vue'
import { isWaiting, type QueuedReport } from './model'
import { HttpOffice, join } from './office'
import { PhoneStore } from './phoneStore'
import { learn, pauseMs, Refusal, sendWaiting, Unreachable } from './sync'

/** What a telephone keeps of its pass. */
interface KeptPass {
  token: string
  displayName: string
  campaign: Campaign
}

const PASS = 'diming-collect-pass'
const DEVICE = 'diming-collect-device'
const WORK = 'diming-collect-work'
/** What the office says of reports is asked for this often while the page is looked at. */
const NEWS_MS = 60_000

const read = <T>(key: string): T | undefined => JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined

function device(): string {
  const known = localStorage.getItem(DEVICE)
  if (known) return known
  const made = crypto.randomUUID()
  localStorage.setItem(DEVICE, made)
  return made
}

export const store = new PhoneStore()
export const pass = shallowRef<KeptPass | undefined>(read<KeptPass>(PASS))
export const tasks = shallowRef<CollectionTask[]>(read<CollectionTask[]>(WORK) ?? [])
export const reports = shallowRef<QueuedReport[]>([])
export const line = reactive({ online: navigator.onLine, sending: false, expired: false })
export const waiting = computed(() => reports.value.filter(isWaiting).length)
const failures = ref(0)
let timer = 0
let lastNews = 0

/** Looks at what the telephone has. */
export async function look(): Promise<void> {
  reports.value = (await store.reports()).toSorted((a, b) => b.changedAt - a.changedAt)
}

/** Takes up an invitation; from then on this telephone has a pass. */
export async function takeUp(code: string, name: string, phone: string): Promise<void> {
  const { token, displayName, campaign } = await join({ code, device: device(), name, phone: phone || undefined })
  pass.value = { token, displayName, campaign }
  localStorage.setItem(PASS, JSON.stringify(pass.value))
  line.expired = false
  void navigator.storage?.persist?.()
  void synchronise()
}

/** Sends what waits and learns what became of the rest; tries again by itself when the line breaks. */
export async function synchronise(): Promise<void> {
  if (!pass.value || line.sending) return
  clearTimeout(timer)
  line.sending = true
  const office = new HttpOffice(pass.value.token)
  try {
    await sendWaiting(store, office, () => void look())
    if (Date.now() - lastNews > NEWS_MS / 2) await news(office)
    failures.value = 0
    line.online = true
    line.expired = false
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) line.expired = true
    else if (error instanceof Unreachable) retry(error.retryAfterMs)
    else throw error
  } finally {
    line.sending = false
    await look()
  }
}

async function news(office: HttpOffice): Promise<void> {
  await learn(store, office)
  const work = await office.work()
  tasks.value = work.tasks
  localStorage.setItem(WORK, JSON.stringify(work.tasks))
  lastNews = Date.now()
}

function retry(afterMs: number): void {
  failures.value++
  line.online = navigator.onLine && failures.value < 2
  timer = window.setTimeout(() => void synchronise(), Math.max(afterMs, pauseMs(failures.value)))
}

/** From now on, whenever there is a line again or somebody looks at the page, what waits is sent. */
export function keepInTouch(): void {
  window.addEventListener('online', () => void synchronise())
  window.addEventListener('offline', () => (line.online = false))
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void synchronise())
  window.setInterval(() => document.visibilityState === 'visible' && navigator.onLine && void synchronise(), NEWS_MS)
  void look().then(synchronise)
}
