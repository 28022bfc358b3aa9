import { el } from '../element.js'

const token = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g

/** Pretty JSON with its parts told apart by colour; every piece goes in as text. */
export function jsonView(value) {
  const text = typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '')
  const pre = el('pre', { class: 'json', tabindex: '0', dir: 'ltr' })
  let end = 0
  for (const match of text.matchAll(token)) {
    pre.append(
      text.slice(end, match.index),
      el('span', { class: kindOf(match) }, match[1] ?? match[0]),
      match[2] ?? '',
    )
    end = match.index + match[0].length
  }
  pre.append(text.slice(end))
  return pre
}

function kindOf([, string, colon, word]) {
  if (string) return colon ? 'json-key' : 'json-string'
  return word ? 'json-word' : 'json-number'
}
