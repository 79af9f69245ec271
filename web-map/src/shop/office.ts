import type {
  CodeSent, MapPlatform, MerchantInfo, MerchantPass, NearDoors, NearShop, OwnShop, PhotoPurpose, PlatformStanding, Problem, ShopCategory, ShopDraft, ShopPage,
} from '@api'
import { shallowRef } from 'vue'
import { shop as text } from '@/text/shop.zh'

/** The office over HTTP. Whoever signed in holds a token, kept in the telephone; the public page needs none. */
const KEY = 'diming.merchant'
const PATIENCE_MS = 60_000

/** What the office would not take, in its own words. */
export class Refusal extends Error {
  constructor(message: string, readonly status: number) {
    super(message)
  }
}

export const token = shallowRef(localStorage.getItem(KEY) ?? '')

function keep(value: string) {
  token.value = value
  if (value) localStorage.setItem(KEY, value)
  else localStorage.removeItem(KEY)
}

async function send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, {
      method, body, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { ...(token.value && { 'X-Api-Key': token.value }), ...headers },
    })
  } catch {
    throw new Refusal(text.errors.offline, 0)
  }
  if (response.ok) return response
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  if (response.status === 401 && token.value) {
    keep('')
    throw new Refusal(text.errors.expired, 401)
  }
  const wait = Number(response.headers.get('Retry-After') ?? 0)
  throw new Refusal(response.status === 429 && wait ? text.errors.wait(wait) : (problem?.detail ?? problem?.title ?? text.errors.unexpected), response.status)
}

async function ask<T>(method: string, path: string, body?: unknown, version?: number): Promise<T> {
  const response = await send(method, path, body === undefined ? undefined : JSON.stringify(body), {
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...(version !== undefined && { 'If-Match': `"${version}"` }),
  })
  return (response.status === 204 ? undefined : await response.json()) as T
}

const SHOPS = '/api/v1/merchants/shops'

export const sendCode = (phone: string) => ask<CodeSent>('POST', '/api/v1/merchants/codes', { phone })

export async function signIn(phone: string, code: string): Promise<void> {
  keep((await ask<MerchantPass>('POST', '/api/v1/merchants/passes', { phone, code })).token)
}

export async function signOut(): Promise<void> {
  await ask('DELETE', '/api/v1/merchants/passes').catch(() => undefined)
  keep('')
}

export const merchant = () => ask<MerchantInfo>('GET', '/api/v1/merchants/me')
export const mine = async () => (await ask<{ items: OwnShop[] }>('GET', SHOPS)).items
export const begin = (content: ShopDraft, claimedShopId?: number) => ask<OwnShop>('POST', SHOPS, { content, claimedShopId })
export const own = (id: number) => ask<OwnShop>('GET', `${SHOPS}/${id}`)
export const save = (id: number, version: number, draft: ShopDraft) => ask<OwnShop>('PUT', `${SHOPS}/${id}`, draft, version)
export const submit = (id: number, version: number) => ask<OwnShop>('POST', `${SHOPS}/${id}/submission`, undefined, version)
export const withdraw = (id: number, version: number) => ask<void>('DELETE', `${SHOPS}/${id}`, undefined, version)
export const platforms = async (id: number) => (await ask<{ items: PlatformStanding[] }>('GET', `${SHOPS}/${id}/platforms`)).items
export const removePhoto = (id: number, photo: number) => ask<OwnShop>('DELETE', `${SHOPS}/${id}/photos/${photo}`)

export async function addPhoto(id: number, purpose: PhotoPurpose, photo: Blob): Promise<OwnShop> {
  const form = new FormData()
  form.set('file', photo, 'photo.jpg')
  form.set('purpose', purpose)
  return (await (await send('POST', `${SHOPS}/${id}/photos`, form)).json()) as OwnShop
}

/** A photo that only its merchant may see, as an address for an image. */
export async function photoUrl(id: number, photo: number): Promise<string> {
  return URL.createObjectURL(await (await send('GET', `${SHOPS}/${id}/photos/${photo}?size=small`)).blob())
}

export async function bundle(id: number, platform: MapPlatform, title: string): Promise<void> {
  const file = await (await send('GET', `${SHOPS}/${id}/platforms/${platform}/bundle.zip`)).blob()
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: `${title}店铺提交包.zip` })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export const nearShops = async (lon: number, lat: number) => (await ask<{ items: NearShop[] }>('GET', `/api/v1/shops?lon=${lon}&lat=${lat}&radius=150&limit=8`)).items
export const nearDoors = (lon: number, lat: number) => ask<NearDoors>('GET', `/api/v1/shops/doors?lon=${lon}&lat=${lat}&limit=6`)
export const page = (id: number) => ask<ShopPage>('GET', `/api/v1/shops/${id}`)

export const blank = (name: string, category: ShopCategory): ShopDraft => ({ name, category, phonePublic: true, hours: { rules: [] }, products: [] })
