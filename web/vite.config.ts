/** How the browser client is built, served in development and tested. */
import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { ahead } from './vite/ahead'
import { eagerEditors } from './vite/eager-editors'
import { ownFonts } from './vite/own-fonts'

// The host stays the browser's own: Django holds the origin of every write against it.
const server = { target: process.env.MILEPOST_SERVER ?? 'http://127.0.0.1:8000', changeOrigin: false }

export default defineConfig({
  // A sentence that is in no catalogue yet is shown in English, never as its id.
  plugins: [react({ babel: { plugins: [['@lingui/babel-plugin-lingui-macro', { stripMessageField: false }]] } }), lingui(), eagerEditors(), ownFonts(), ahead()],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: '../src/milepost/web',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows scripts and fonts from our own address only: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { port: 5173, proxy: { '/api': server, '/_allauth': server, '/events': server } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], restoreMocks: true },
})
