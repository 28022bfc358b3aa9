import { el } from '../element.js'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A topic's icon: its emoji, or its colour with the first letter of the name; for the eye only. */
export function topicMark({ id, name, iconColor, emoji }) {
  if (emoji) return el('span', { class: 'topic-mark emoji', 'aria-hidden': 'true' }, emoji)
  const [first] = [...graphemes.segment(name.trim())]
  const letter = id === 1 ? '#' : (first?.segment ?? '').toLocaleUpperCase()
  const colour = `#${(iconColor ?? 7322096).toString(16).padStart(6, '0')}`
  return el('span', { class: 'topic-mark', 'aria-hidden': 'true', style: { '--of': colour } }, letter)
}
