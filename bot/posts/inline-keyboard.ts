import { GrammyError } from 'grammy'
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { FindAppLink } from '../mini-app/create-app-links.ts'
import type { Button, Face } from './post-content.ts'
import { roomyRows } from './roomy-rows.ts'

/** The buttons as a chat takes them: one that would open nothing there is left out. */
export function inlineKeyboard(
  rows: Button[][],
  appLink: FindAppLink,
  isGroup: boolean,
): InlineKeyboardMarkup {
  const show = (button: Button): InlineKeyboardButton[] => {
    const { text } = button
    if ('data' in button) return [{ text, callback_data: button.data }]
    if ('url' in button) return [{ text, url: button.url }]
    const link = appLink(button.app, isGroup)
    return link ? [{ text, ...link }] : []
  }
  const shown = rows.map((row) => row.flatMap(show)).filter((row) => row.length > 0)
  return { inline_keyboard: roomyRows(shown) }
}

/** Whether Telegram takes a message of ours, but not with a button that opens the Mini App. */
export const isRefusedForApp = (error: unknown, { buttons = [] }: Face): boolean =>
  error instanceof GrammyError &&
  /BUTTON_(TYPE|URL)_INVALID|Web App URL/i.test(error.description) &&
  buttons.flat().some(opensApp)

export const withoutApp = <F extends Face>(face: F): F => ({
  ...face,
  buttons: (face.buttons ?? []).map((row) => row.filter((button) => !opensApp(button))),
})

const opensApp = (button: Button): boolean => 'app' in button
