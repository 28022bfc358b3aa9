import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'vite'

/**
 * A program of its own: `node build-page.ts <folder>` bundles the page into a folder, whole or not at all. Vite and what
 * it needs end with it, so that they cost the server no memory.
 */
const [target = ''] = process.argv.slice(2)
if (target === '') throw new Error('Say into which folder.')
const made = `${target}.${randomUUID()}`
await mkdir(dirname(target), { recursive: true })
try {
  await build({
    configFile: false,
    root: join(import.meta.dirname, '../web'),
    // Relative, so that it works wherever a proxy puts it.
    base: './',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: made,
      emptyOutDir: true,
      // WebViews of phones that are a few years old.
      target: ['chrome100', 'safari15'],
      // The page forbids code and styles inside of it.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  })
  await rename(made, target).catch(async (error: NodeJS.ErrnoException) => {
    // Another process was faster, with the same result.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
} finally {
  await rm(made, { recursive: true, force: true })
}
