import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** What every visit needs beside the page; the map comes when somebody wants it. */
const ALWAYS = ['/collect-icon.svg', '/collect.webmanifest']

interface Chunk {
  type: string
  isEntry?: boolean
  name?: string
  imports?: string[]
  viteMetadata?: { importedCss: Set<string> }
}

/** Writes the worker of the phone page with the list of the files that its entry needs. */
export function collectWorker(source: string): Plugin {
  return {
    name: 'collect-worker',
    generateBundle(_, bundle) {
      const chunks = bundle as unknown as Record<string, Chunk>
      const needed = new Set<string>()
      const visit = (file: string) => {
        if (needed.has(file)) return
        needed.add(file)
        chunks[file]?.viteMetadata?.importedCss.forEach((css) => needed.add(css))
        chunks[file]?.imports?.forEach(visit)
      }
      Object.entries(chunks).filter(([, chunk]) => chunk.type === 'chunk' && chunk.isEntry && chunk.name === 'collect').forEach(([file]) => visit(file))
      const files = [...ALWAYS, ...[...needed].sort().map((file) => `/${file}`)]
      const worker = readFileSync(source, 'utf8')
      const version = createHash('sha256').update(worker).update(JSON.stringify(files)).digest('hex').slice(0, 12)
      this.emitFile({ type: 'asset', fileName: 'collect-worker.js', source: worker.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(files)) })
    },
  }
}
