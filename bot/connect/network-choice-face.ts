import type { Say } from '#core/i18n.ts'
import { callbackData } from '../callback-data.ts'
import { sayNetwork } from '../cards/words-of-lead.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { connectNetworks } from './connect-networks.ts'

/** Which network an account is connected on; doors for forms are made rather than connected, and have their own way. */
export function networkChoiceFace(say: Say): Face {
  const choices: Button[] = [
    ...connectNetworks.map((network) => ({
      text: sayNetwork(say, network),
      data: callbackData('connect-to', network),
    })),
  ]
  const forms: Button[][] = [
    [{ text: say('button-form-add'), data: callbackData('form-add', 'forms') }],
    [{ text: say('button-google-add'), data: callbackData('form-add', 'google_leads') }],
  ]
  const rows = choices.flatMap((_, index) => (index % 2 === 0 ? [choices.slice(index, index + 2)] : []))
  return {
    html: `🔌 <b>${say('connect-title')}</b>\n\n${say('connect-which')}`,
    buttons: [...rows, ...forms, [{ text: say('button-back'), data: callbackData('channels') }]],
  }
}
