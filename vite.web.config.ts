import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

/** The pages, built into `dist/web` and served by `parley serve`. */
export default defineConfig({
  root: 'web',
  base: './',
  logLevel: 'warn',
  plugins: [svelte()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { checks: { pluginTimings: false } },
  },
})
