// Opens the phone page for the first time on a throttled 3G line and a slowed processor (CDP) and says how much came over the line and
// when the page could be used: the best of five, since other work on the machine only ever adds. Needs playwright-core and a Chromium.
//   node scripts/collect-first-load.mjs http://localhost:8080 [CHROMIUM]
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const [base, executablePath = '/usr/bin/chromium'] = process.argv.slice(2)
const ROUNDS = 5
const { chromium } = createRequire(`${process.env.PLAYWRIGHT ?? fileURLToPath(new URL('../web-map', import.meta.url))}/x.js`)('playwright-core')
// What the developer tools call "Fast 3G", and a line with a third of that.
const LINES = { 'fast 3G (1.6 Mbit/s, 562 ms)': [1.6e6, 0.75e6, 562], 'slow 3G (0.5 Mbit/s, 400 ms)': [0.5e6, 0.5e6, 400] }
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
for (const [name, line] of Object.entries(LINES)) {
  for (const slowed of [1, 4]) {
    const visits = []
    for (let i = 0; i < ROUNDS; i++) visits.push(await visit(line, slowed))
    const best = visits.toSorted((a, b) => a.usable - b.usable)[0]
    console.log(`${name}, processor ${slowed}× slower: usable after ${best.usable.toFixed(2)} s, first paint ${best.paint.toFixed(2)} s, ${(best.bytes / 1024).toFixed(1)} KiB over the line`)
  }
}
await browser.close()

async function visit([down, up, latency], slowed) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: down / 8, uploadThroughput: up / 8 })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  let bytes = 0
  const known = new Set()
  session.on('Network.responseReceived', ({ requestId }) => known.add(requestId))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { if (known.has(requestId)) bytes += encodedDataLength })
  // in the page's own clock, so that the time it takes to ask does not count
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('form input')) window.usableAfter = performance.now()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.goto(`${base}/collect/`, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.usableAfter)
  await page.fill('form input', 'K7QX2M9TRA')
  await page.waitForLoadState('networkidle')
  const { usable, paint } = await page.evaluate(() => ({ usable: window.usableAfter / 1000, paint: (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0) / 1000 }))
  await context.close()
  return { usable, paint, bytes }
}
