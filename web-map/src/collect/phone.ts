import type { Campaign, CollectionTask } from '@api'
import { computed, shallowRef } from 'vue'
import { PhoneQueue } from '@/field/phoneQueue'
import { isWaiting } from '@/field/queue'
import { touch } from '@/field/touch'
import type { QueuedReport } from './model'
import { HttpOffice, join } from './office'
import { learn, sendWaiting } from './sync'

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

export const store = new PhoneQueue<QueuedReport>('diming-collect')
export const pass = shallowRef<KeptPass | undefined>(read<KeptPass>(PASS))
export const tasks = shallowRef<CollectionTask[]>(read<CollectionTask[]>(WORK) ?? [])
export const reports = shallowRef<QueuedReport[]>([])
export const waiting = computed(() => reports.value.filter(isWaiting).length)
let lastNews = 0

/** Looks at what the telephone has. */
export async function look(): Promise<void> {
  reports.value = (await store.items()).toSorted((a, b) => b.changedAt - a.changedAt)
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

/** Sends what waits and learns what became of the rest. */
export const { line, synchronise, keepInTouch } = touch(() => pass.value !== undefined, async () => {
  const office = new HttpOffice(pass.value!.token)
  await sendWaiting(store, office, () => void look())
  if (Date.now() - lastNews > NEWS_MS / 2) await news(office)
}, look, NEWS_MS)

async function news(office: HttpOffice): Promise<void> {
  await learn(store, office)
  const work = await office.work()
  tasks.value = work.tasks
  localStorage.setItem(WORK, JSON.stringify(work.tasks))
  lastNews = Date.now()
}
