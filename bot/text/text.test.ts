import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from './cut-text.ts'
import { escapeHtml } from './escape-html.ts'
import { fitHtml, visibleLength } from './fit-html.ts'
import { nameLine } from './name-line.ts'
import { plainOfHtml } from './plain-of-html.ts'

describe('what people wrote', () => {
  it('is shown literally inside HTML', () => {
    expect(escapeHtml('</b><a href="tg://user?id=1">x</a> &lt; _*[]')).toBe(
      '&lt;/b&gt;&lt;a href=&quot;tg://user?id=1&quot;&gt;x&lt;/a&gt; &amp;lt; _*[]',
    )
  })

  it('cannot turn the direction of what stands around it, and carries no NUL', () => {
    expect(escapeHtml('\u202Egnp.exe\u202C \u2066a\u2069\u0000 \uD800')).toBe('gnp.exe a \uFFFD')
  })

  it('is a name on one line, or none where nobody could see it', () => {
    expect(nameLine(' Anna\n\u202EMaria\u202C ')).toBe('Anna Maria')
    expect(nameLine('👑🏴‍☠️')).toBe('👑🏴‍☠️')
    expect(nameLine('نور')).toBe('نور')
    expect(nameLine('x'.repeat(4096))).toHaveLength(64)
    const empty = ['', ' \n', '\u200B\u2060\uFEFF', '\u202E\u202C', '\u3164', '\u2800', '\u0301\u0302', null]
    expect(empty.map((name) => nameLine(name))).toEqual(empty.map(() => ''))
  })

  it('comes back whole from the plain text of its HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tame = escapeHtml(text)
        expect(escapeHtml(plainOfHtml(`<b>${tame}</b>`))).toBe(tame)
      }),
    )
  })
})

describe('cutting', () => {
  it('never splits a character', () => {
    expect(cutText('ab😀😀', 4)).toBe('ab…')
    expect(cutText('ab😀', 4)).toBe('ab😀')
  })

  it('keeps every text within its limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (text, max) => {
        const cut = cutText(text, max)
        expect(cut.length).toBeLessThanOrEqual(max)
        expect(cut.isWellFormed() || !text.isWellFormed()).toBe(true)
      }),
    )
  })

  it('closes the tags that are open and never ends inside an entity', () => {
    expect(fitHtml('<b>a&amp;bcd<i>efg</i></b>', 5)).toBe('<b>a&amp;bc…</b>')
    expect(fitHtml('<b>ab<i>cdefg</i></b>', 5)).toBe('<b>ab<i>cd…</i></b>')
  })

  it('leaves what fits as it is', () => {
    expect(fitHtml('<b>abc</b>', 3)).toBe('<b>abc</b>')
  })

  it('brings ten thousand hostile characters within the limit of Telegram', () => {
    const html = `<b>${escapeHtml('<&"😀'.repeat(2_000))}</b>`
    const cut = fitHtml(html)
    expect(visibleLength(cut)).toBeLessThanOrEqual(4096)
    expect(visibleLength(cut)).toBeGreaterThan(4090)
    expect(cut.endsWith('…</b>')).toBe(true)
  })
})
