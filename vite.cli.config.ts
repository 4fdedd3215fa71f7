import { chmodSync } from 'node:fs'
import { defineConfig } from 'vite'

/** The command line and everything behind it, bundled into `dist/parley.js`; npm packages stay outside the bundle. */
export default defineConfig({
  publicDir: false,
  // A file written anew cannot be run by `npx parley` until it may.
  plugins: [{ name: 'executable', closeBundle: () => chmodSync('dist/parley.js', 0o755) }],
  logLevel: 'warn',
  build: {
    ssr: 'src/cli/parley.ts',
    outDir: 'dist',
    // `dist/web` is the other build's.
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { chunkFileNames: 'chunks/[name].js' }, checks: { pluginTimings: false } },
  },
})
