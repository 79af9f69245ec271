/// <reference types="vitest/config" />
import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { fieldWorkers } from './fieldWorkers.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Leaflet is not bundled: the page loads it from its webjar and the code uses the global L.
export default defineConfig({
  plugins: [vue(), fieldWorkers(here('./src/field/worker.js'), ['collect', 'inspect'])],
  resolve: { alias: { '@api': here('./target/generated-api/index.ts'), '@': here('./src') } },
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    target: 'es2022',
    rollupOptions: { input: { index: here('./index.html'), collect: here('./collect.html'), inspect: here('./inspect.html'), shop: here('./shop.html') } },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/tiles', '/styles', '/webjars'].map((path) => [path, 'http://localhost:8080'])),
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
})
