import type { Inspection, InspectionRecord, InspectionWork } from '@api'
import { computed, shallowRef } from 'vue'
import { PhoneQueue } from '@/field/phoneQueue'
import { isWaiting } from '@/field/queue'
import { progressOf, Refusal, sendWaiting } from '@/field/sync'
import { touch } from '@/field/touch'
import { inspect as text } from '@/text/inspect.zh'
import { adopted, type QueuedRecord } from './model'
import { SessionOffice } from './office'

const WORK = 'diming-inspect-work'
const ROUND = 'diming-inspect-round'
const OWNER = 'diming-inspect-owner'
/** What the other side has found is asked for this often while the page is looked at. */
const NEWS_MS = 45_000

const read = <T>(key: string): T | undefined => JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined

const office = new SessionOffice()
let owner = read<string>(OWNER) ?? ''

/** A telephone may go from hand to hand: each account sees and sends its own records alone. */
class OwnRecords extends PhoneQueue<QueuedRecord> {
  override async items(): Promise<QueuedRecord[]> {
    return (await super.items()).filter((record) => record.owner === owner)
  }

  override async saveItem(record: QueuedRecord): Promise<void> {
    await super.saveItem({ ...record, owner })
  }
}

export const store = new OwnRecords('diming-inspect')
/** The package of work: rounds with their lines and markers; stays in the telephone. */
export const work = shallowRef<InspectionWork | undefined>(read<InspectionWork>(WORK))
export const records = shallowRef<QueuedRecord[]>([])
const chosen = shallowRef<number | undefined>(read<number>(ROUND))
export const round = computed<Inspection | undefined>(() => work.value?.rounds.find(({ round: { id } }) => id === chosen.value) ?? work.value?.rounds[0])
export const waiting = computed(() => records.value.filter(isWaiting).length)
/** Records that the office refused for good, of rounds that are no longer in the field. */
export const strays = computed(() => records.value.filter(({ fault, roundId }) => fault && !work.value?.rounds.some((one) => one.round.id === roundId)))
/** This telephone's records of the round that is shown. */
export const own = computed(() => records.value.filter(({ roundId }) => roundId === round.value?.round.id))

export function choose(id: number): void {
  chosen.value = id
  localStorage.setItem(ROUND, JSON.stringify(id))
}

/** Looks at what the telephone has. */
export async function look(): Promise<void> {
  records.value = (await store.items()).toSorted((a, b) => b.changedAt - a.changedAt)
}

function keep(news: InspectionWork | undefined): void {
  work.value = news
  if (news) localStorage.setItem(WORK, JSON.stringify(news))
  else localStorage.removeItem(WORK)
}

let asked = 0
let answered = 0

/** Fetches the package; an answer that a later question has overtaken is older news and left aside. */
async function renew(): Promise<void> {
  const question = ++asked
  const news = await office.work()
  if (question < answered) return
  answered = question
  keep(news)
}

/** Signs in and fetches the package of work. */
export async function logIn(login: string, password: string): Promise<void> {
  const session = await office.logIn(login, password)
  owner = session.account?.login ?? ''
  localStorage.setItem(OWNER, JSON.stringify(owner))
  if (session.mustChangePassword) throw new Refusal(text.errors.mustChange, 403)
  try {
    await renew()
  } catch (error) {
    if (error instanceof Refusal && error.status === 403) throw new Refusal(text.errors.notInspector, 403)
    throw error
  }
  line.expired = false
  await look()
  void navigator.storage?.persist?.()
  void synchronise()
}

export async function logOut(): Promise<void> {
  await office.logOut().catch(() => {})
  answered = ++asked
  keep(undefined)
}

/** The other side was there. Needs a line: what is confirmed must be what the office has. */
export async function confirm(record: InspectionRecord): Promise<void> {
  await office.requireSession(owner)
  await office.confirm(record.clientId, record.revision)
  await renew()
}

export const { line, synchronise, keepInTouch } = touch(() => work.value !== undefined, async () => {
  await office.requireSession(owner)
  await sendWaiting(store, office, (record, told) => ({ ...record, ...progressOf(record, told), ...adopted(told) }), () => void look())
  await renew()
}, look, NEWS_MS)
