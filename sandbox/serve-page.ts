import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const pageFolder = fileURLToPath(new URL('./page/', import.meta.url))

const mimeOf: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

function fileFor(path: string): string | undefined {
  if (path === '/' || path === '/playground' || path === '/playground/') return join(pageFolder, 'index.html')
  const prefix = '/playground/assets/'
  if (!path.startsWith(prefix)) return undefined
  const wanted = normalize(join(pageFolder, path.slice(prefix.length)))
  const inside = wanted.startsWith(pageFolder.endsWith(sep) ? pageFolder : pageFolder + sep)
  return inside && extname(wanted) in mimeOf ? wanted : undefined
}

/**
 * Serves the playground page: `/` is `page/index.html`, `/playground/assets/x` is `page/x`. Only kinds of
 * file that a page
 * is made of are given out, so the tests and sources beside them stay inside. False: not a path of the
 * page, or no such file.
 */
export async function servePage(path: string, response: ServerResponse): Promise<boolean> {
  const file = fileFor(path)
  if (file === undefined) return false
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return false
    throw error
  }
  response.writeHead(200, {
    'content-type': mimeOf[extname(file)] ?? 'application/octet-stream',
    'content-length': bytes.length,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  response.end(bytes)
  return true
}
