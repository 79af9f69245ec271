// Opens the phone page for the first time on a throttled 3G line (CDP: 400 kbit/s down and up, 400 ms; CPU four times slower) and says
// how much came over the line and when the page could be used. Needs playwright-core and a Chromium.
//   node scripts/collect-first-load.mjs http://localhost:8080 [CHROMIUM]
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const [base, executablePath = '/usr/bin/chromium'] = process.argv.slice(2)
const { chromium } = createRequire(process.env.PLAYWRIGHT ?? fileURLToPath(new URL('../web-map/', import.meta.url)))('playwright-core')
// The profile "Slow 3G" is 400 kbit/s and 2 s; "Fast 3G", 1.6 Mbit/s and 562 ms, is what villages have: both are measured.
const LINES = { 'fast 3G (1.6 Mbit/s, 562 ms)': [1.6e6, 0.75e6, 562], 'slow 3G (0.5 Mbit/s, 400 ms)': [0.5e6, 0.5e6, 400] }
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
for (const [name, [down, up, latency]] of Object.entries(LINES)) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: down / 8, uploadThroughput: up / 8 })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  let bytes = 0
  const urls = new Map()
  session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, new URL(response.url).pathname))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { if (urls.has(requestId)) bytes += encodedDataLength })
  const began = performance.now()
  await page.goto(`${base}/collect/`, { waitUntil: 'commit' })
  await page.waitForSelector('form input', { state: 'visible' })
  await page.fill('form input', 'K7QX2M9TRA') // it can be used when it can be written into
  const usable = (performance.now() - began) / 1000
  await page.waitForLoadState('networkidle')
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
  console.log(`${name}: usable after ${usable.toFixed(2)} s (first contentful paint ${(paint / 1000).toFixed(2)} s), ${(bytes / 1024).toFixed(1)} KiB over the line`)
  await context.close()
}
await browser.close()
