import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/**
 * The demo website: one page whose form posts to the product as any website's would, without a script.
 * `{{…}}` in the file are the only things that change: where the form goes, an id for this one submission, and what the
 * address of the page says about the campaign. Without `action` the button is out of reach.
 */
export async function websitePage(action: string | undefined, url: URL): Promise<string> {
  const file = await readFile(join(import.meta.dirname, 'index.html'), 'utf8')
  const values: Record<string, string> = {
    action: action ?? '',
    _idempotency_key: randomUUID(),
    page_url: url.pathname,
    utm_source: url.searchParams.get('utm_source') ?? '',
    utm_campaign: url.searchParams.get('utm_campaign') ?? '',
  }
  return file.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escaped(values[name] ?? ''))
}
