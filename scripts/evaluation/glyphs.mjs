// Makes look-alike-glyphs.tsv: each character with those whose rendered bitmaps are most alike.
//   npm install playwright-core && node glyphs.mjs places.jsonl.gz characters.txt > look-alike-glyphs.tsv
// characters.txt: the characters to compare besides those that occur in the places' names, in one line or many.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const SIDE = 28
const ALIKE = 0.8
const MOST = 6
const [places, list] = process.argv.slice(2)
const rows = gunzipSync(readFileSync(places)).toString().trim().split('\n').map((line) => JSON.parse(line))
const counts = new Map()
for (const { name } of rows) for (const c of name) if (/\p{Script=Han}/u.test(c)) counts.set(c, (counts.get(c) ?? 0) + 1)
const characters = [...new Set([...readFileSync(list, 'utf8').replace(/\s/g, ''), ...[...counts].filter(([, n]) => n > 2).map(([c]) => c)])]

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' })
const page = await browser.newPage()
const lines = await page.evaluate(({ characters, SIDE, ALIKE, MOST }) => {
  const pen = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true })
  const bitmaps = characters.map((character) => {
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, SIDE, SIDE)
    pen.fillStyle = '#000'
    pen.font = `${SIDE - 2}px "Noto Sans CJK SC"`
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText(character, SIDE / 2, SIDE / 2 + 1)
    const { data } = pen.getImageData(0, 0, SIDE, SIDE)
    const ink = Float32Array.from({ length: SIDE * SIDE }, (_, i) => (255 - data[i * 4]) / 255)
    const length = Math.hypot(...ink) || 1
    return ink.map((value) => value / length)
  })
  return characters.flatMap((character, i) => {
    const near = []
    bitmaps.forEach((other, j) => {
      const cosine = i === j ? 0 : bitmaps[i].reduce((sum, value, k) => sum + value * other[k], 0)
      if (cosine > ALIKE) near.push([cosine, characters[j]])
    })
    near.sort((a, b) => b[0] - a[0])
    return near.length ? [`${character}\t${near.slice(0, MOST).map(([, other]) => other).join('')}`] : []
  })
}, { characters, SIDE, ALIKE, MOST })
await browser.close()
process.stdout.write(lines.join('\n') + '\n')
