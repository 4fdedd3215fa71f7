import { defineConfig } from 'vite'

/** The command line and everything behind it, bundled into `dist/parley.js`; npm packages stay outside the bundle. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: 'src/cli/parley.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
  },
})
