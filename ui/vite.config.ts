/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [vue()],
  // Relative addresses: the window and the browser host serve the same files from different roots.
  base: './',
  resolve: {
    alias: [
      { find: '@catalogue', replacement: here('../src-tauri/core/domain/text') },
      { find: /^@\//, replacement: here('./') },
      // Unit tests look at no styles: without them the library is loaded as it is, not transformed file by file.
      ...(process.env.VITEST ? [{ find: /^element-plus\/.*\/style\/css$/, replacement: here('tests/no-style.ts') }] : []),
    ],
  },
  server: { fs: { allow: [here('..')] } },
  build: {
    target: ['es2022', 'safari15'],
    outDir: 'dist',
    // The content policy knows no data: for scripts, styles or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['tests/setup.ts'],
    include: ['**/*.test.ts'],
    exclude: ['node_modules', 'dist', 'tests/browser/**'],
  },
})
