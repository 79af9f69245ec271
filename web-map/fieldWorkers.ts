import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

interface Chunk {
  type: string
  isEntry?: boolean
  name?: string
  imports?: string[]
  viteMetadata?: { importedCss: Set<string> }
}

/**
 * Writes the workers of the phone pages, each with the list of the files that its entry needs.
 *
 * @param pages names of the entries; each has an icon and a manifest, which every visit needs beside the page
 */
export function fieldWorkers(source: string, pages: readonly string[]): Plugin {
  return {
    name: 'field-workers',
    generateBundle: {
      order: 'post', // chunks of nothing but styles are gone by then
      handler(_, bundle) {
        const chunks = bundle as unknown as Record<string, Chunk>
        for (const page of pages) {
          const needed = new Set<string>()
          const visit = (file: string) => {
            if (needed.has(file)) return
            needed.add(file)
            chunks[file]?.viteMetadata?.importedCss.forEach((css) => needed.add(css))
            chunks[file]?.imports?.forEach(visit)
          }
          Object.entries(chunks).filter(([, chunk]) => chunk.type === 'chunk' && chunk.isEntry && chunk.name === page).forEach(([file]) => visit(file))
          const files = [`/${page}-icon.svg`, `/${page}.webmanifest`, ...[...needed].sort().map((file) => `/${file}`)]
          const worker = readFileSync(source, 'utf8').replaceAll('__NAME__', page)
          const version = createHash('sha256').update(worker).update(JSON.stringify(files)).digest('hex').slice(0, 12)
          this.emitFile({ type: 'asset', fileName: `${page}-worker.js`, source: worker.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(files)) })
        }
      },
    },
  }
}
