import type { Say } from '#core/i18n.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { tame } from '../text/escape-html.ts'
import { inRows } from './card-buttons.ts'
import type { InboxTab } from './inbox-face.ts'
import type { Tag } from './tag-buttons.ts'

/** As many as fit on a phone; the others are named behind /inbox. */
const mostShown = 24

/** Asks for the tag that a list of leads is to be narrowed to. */
export function inboxTagsFace(say: Say, tab: InboxTab, tags: Tag[]): Face {
  const buttons = tags.slice(0, mostShown).map(({ id, name, uses }) => ({
    text: `${cutLine(tame(name), 18)} · ${uses}`,
    data: callbackData('inbox', tab, '0', shortId(id)),
  }))
  const back = { text: say('button-back'), data: callbackData('inbox', tab, '0') }
  const html = tags.length > 0 ? say('inbox-choose-tag') : say('inbox-no-tags')
  return { html: `🏷 ${html}`, buttons: [...inRows(buttons, 2), [back]] }
}
