import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { usePlace } from './usePlace'

interface Place { lon: number; lat: number; accuracyMetres?: number; source: string }

/** A receiver that does as it is told. */
const receiver = { told: (_: unknown) => {}, failed: (_: unknown) => {}, stopped: 0 }
const fix = (lon: number, accuracy: number) => receiver.told({ coords: { longitude: lon, latitude: 22.9, accuracy } })
const refuse = (code: number) => receiver.failed({ code, PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 })

describe('finding a place', () => {
  const position = ref<Place>()
  let scope: EffectScope
  const begin = () => scope.run(() => usePlace(position))!

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('window', globalThis)
    vi.stubGlobal('navigator', { geolocation: {
      watchPosition: (told: (at: unknown) => void, failed: (error: unknown) => void) => (Object.assign(receiver, { told, failed }), 1),
      clearWatch: () => receiver.stopped++,
    } })
    vi.spyOn(console, 'warn').mockImplementation(() => {}) // no component is mounted here
    position.value = undefined
    scope = effectScope()
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('tells who may not ask the receiver from a receiver that hears nothing', () => {
    const place = begin()
    expect(place.seeking.value).toBe(true)
    refuse(1)
    expect([place.failed.value, place.seeking.value]).toEqual(['noGnss', false])
    place.locate()
    expect(place.failed.value).toBeUndefined()
    refuse(3)
    expect(place.failed.value).toBe('noFix')
  })

  it('says so when a second search finds nothing, and keeps the first place', () => {
    const place = begin()
    fix(113.1, 4)
    place.locate()
    expect(place.seeking.value).toBe(true)
    refuse(3)
    expect([place.failed.value, position.value?.lon]).toEqual(['noFix', 113.1])
  })

  it('does not undo with a better fix what somebody chose', async () => {
    begin()
    fix(113.1, 40)
    receiver.stopped = 0
    position.value = { lon: 113.2, lat: 22.9, source: 'PHOTO' }
    await nextTick()
    expect(receiver.stopped).toBe(1)
  })

  it('ends the search when a place is pointed at', async () => {
    const place = begin()
    place.pick(113.3, 22.8)
    await nextTick()
    expect([position.value, place.seeking.value, place.onMap.value]).toEqual([{ lon: 113.3, lat: 22.8, source: 'MAP' }, false, false])
  })
})
