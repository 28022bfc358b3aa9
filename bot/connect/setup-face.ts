import type { Say } from '#core/i18n.ts'
import { callbackData } from '../callback-data.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import type { Face } from '../posts/post-content.ts'
import { escapeHtml } from '../text/escape-html.ts'

const settingKeys: Record<string, string> = {
  META_APP_SECRET: 'setting-meta-app-secret',
  META_VERIFY_TOKEN: 'setting-meta-verify-token',
  PUBLIC_URL: 'setting-public-url',
  LINKEDIN_CLIENT_SECRET: 'setting-linkedin-client-secret',
  INSTAGRAM_APP_SECRET: 'setting-instagram-app-secret',
}

/** One setting of the server's with where its value comes from, as HTML. */
export function settingLine(say: Say, name: string): string {
  const key = Object.hasOwn(settingKeys, name) ? settingKeys[name] : undefined
  return `• <code>${escapeHtml(name)}</code>${key ? ` – ${say(key)}` : ''}`
}

/** What whoever runs the server has to set before: secrets of the whole app are not typed into a chat. */
export function setupFace(say: Say, network: string, missing: string[]): Face {
  const lines = missing.map((name) => settingLine(say, name))
  return {
    html: [
      `🛠 <b>${say('connect-setup', { network: sayNetwork(say, network) })}</b>`,
      lines.join('\n'),
      say('connect-setup-then'),
    ].join('\n\n'),
    buttons: [[{ text: say('button-connect-again'), data: callbackData('begin', 'connect', network) }]],
  }
}
