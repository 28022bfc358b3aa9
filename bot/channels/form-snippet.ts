import type { Say } from '#core/i18n.ts'
import { escapeHtml } from '../text/escape-html.ts'

/**
 * A form for a website, ready to be copied: the fields that are recognised by themselves, and one that people do not see,
 * which only programs fill in.
 */
export function formSnippet(say: Say, address: string): string {
  const label = (text: string) => escapeHtml(text)
  return [
    `<form action="${escapeHtml(address)}" method="post">`,
    `  <label>${label(say('form-label-name'))} <input name="name" autocomplete="name" required></label>`,
    `  <label>${label(say('form-label-email'))} <input name="email" type="email" autocomplete="email"></label>`,
    `  <label>${label(say('form-label-phone'))} <input name="phone" type="tel" autocomplete="tel"></label>`,
    `  <label>${label(say('form-label-message'))} <textarea name="message"></textarea></label>`,
    '  <input name="_gotcha" style="display:none" tabindex="-1" autocomplete="off">',
    `  <button>${label(say('form-label-send'))}</button>`,
    '</form>',
  ].join('\n')
}
