// Keeps a phone page in the telephone, so that it opens without a line. What carries a hash in its name never changes; the page
// itself is exchanged when a new worker comes. Requests to the office are never answered from here. The build fills in the names and the list.
const VERSION = '__VERSION__'
const FILES = __FILES__
const PAGE = '/__NAME__/'
const OWN = `__NAME__-${VERSION}`
const MAP = '__NAME__-map'
const MOST_MAP_FILES = 600

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(OWN).then((cache) => cache.addAll([PAGE, ...FILES])).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  const outdated = (name) => name.startsWith('__NAME__-') && name !== OWN && name !== MAP
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(outdated).map((name) => caches.delete(name)))).then(() => self.clients.claim()))
})

/** What the map needs, where somebody has looked at it before. */
const ofMap = (path) => /^\/(tiles|styles|webjars|assets)\//.test(path) || path === '/api/v1/map-config' || path.startsWith('/api/v1/divisions/')

async function newestOrKept(request) {
  const cache = await caches.open(MAP)
  const unchanging = /^\/(webjars|assets)\//.test(new URL(request.url).pathname)
  const kept = await cache.match(request)
  if (kept && unchanging) return kept
  try {
    const answer = await fetch(request)
    if (answer.ok) {
      await cache.put(request, answer.clone())
      const keys = await cache.keys()
      if (keys.length > MOST_MAP_FILES) await cache.delete(keys[0])
    }
    return answer
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate' || FILES.includes(url.pathname)) {
    const name = request.mode === 'navigate' ? PAGE : request
    event.respondWith(caches.match(name).then((kept) => kept ?? fetch(request)))
  } else if (ofMap(url.pathname)) {
    event.respondWith(newestOrKept(request))
  }
})
