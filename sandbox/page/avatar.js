import { el } from './element.js'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A coloured disc with up to two initials; for the eye only, the name stands beside it. */
export function avatar(name, colour, className = '') {
  return el(
    'span',
    { class: `avatar ${className}`, 'aria-hidden': 'true', style: { '--of': safeColour(colour) } },
    initials(name),
  )
}

function initials(name) {
  const parts = name.trim().split(/\s+/).slice(0, 2)
  const firsts = parts.map((part) =>
    [...graphemes.segment(part)].find(({ segment }) => /[\p{L}\p{N}\p{Emoji}]/u.test(segment)),
  )
  return (
    firsts
      .map((first) => first?.segment ?? '')
      .join('')
      .toLocaleUpperCase() || '?'
  )
}

const safeColour = (colour) => (/^#[0-9a-f]{6}$/i.test(colour ?? '') ? colour : '#6b7280')
