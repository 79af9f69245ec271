import type {
  CodeSent, MapPlatform, MerchantInfo, MerchantPass, NearDoors, NearShop, OwnShop, PhotoPurpose, PlatformStanding, ShopCategory, ShopDraft, ShopPage,
} from '@api'
import { ref, shallowRef } from 'vue'
import { request, spoken } from '@/field/ask'
import { Refusal, Unreachable } from '@/field/sync'
import { shop as text } from '@/text/shop.zh'

/** The office over HTTP. Whoever signed in holds a token, kept in the telephone; the public page needs none. */
const KEY = 'diming.merchant'

export const token = shallowRef(localStorage.getItem(KEY) ?? '')
/** Why one has to sign in again. */
export const signedOut = ref('')

function keep(value: string) {
  token.value = value
  if (value) localStorage.setItem(KEY, value)
  else localStorage.removeItem(KEY)
}

/** @throws Refusal for whatever goes wrong, in words for the person */
async function send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  try {
    return await request(method, path, { body, credentials: 'omit', headers: { ...(token.value && { 'X-Api-Key': token.value }), ...headers } }, text.errors.unexpected)
  } catch (error) {
    if (error instanceof Unreachable && error.retryAfterMs) throw new Refusal(text.errors.wait(error.retryAfterMs / 1000), 429)
    if (!(error instanceof Refusal)) throw new Refusal(spoken(error, text.errors), 0)
    if (error.status !== 401 || !token.value) throw error
    keep('')
    signedOut.value = text.errors.expired
    throw new Refusal(text.errors.expired, 401)
  }
}

async function ask<T>(method: string, path: string, body?: unknown, version?: number): Promise<T> {
  const response = await send(method, path, body === undefined ? undefined : JSON.stringify(body), version === undefined ? {} : { 'If-Match': `"${version}"` })
  return (response.status === 204 ? undefined : await response.json()) as T
}

const SHOPS = '/api/v1/merchants/shops'

export const sendCode = (phone: string) => ask<CodeSent>('POST', '/api/v1/merchants/codes', { phone })

export async function signIn(phone: string, code: string): Promise<void> {
  keep((await ask<MerchantPass>('POST', '/api/v1/merchants/passes', { phone, code })).token)
  signedOut.value = ''
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
