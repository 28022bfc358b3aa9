import { describe, expect, it } from 'vitest'
import { parseHtml } from './parse-html.ts'

describe('HTML of a bot is read as Telegram reads it', () => {
  it.each([
    ['plain', 'plain', []],
    ['<b>a</b>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['<b></b>x', 'x', []],
    ['😀<em>é</em>', '😀é', [{ type: 'italic', offset: 2, length: 1 }]],
    ['&lt;&amp;&quot;&copy;&#65;&#x42;', '<&"&copy;AB', []],
    ['1 > 0', '1 > 0', []],
    ['<i>a</>', 'a', [{ type: 'italic', offset: 0, length: 1 }]],
    ['<span class="tg-spoiler">a</span>', 'a', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<blockquote expandable>a</blockquote>', 'a', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    [
      '<a href="example.org">a</a>',
      'a',
      [{ type: 'text_link', offset: 0, length: 1, url: 'http://example.org/' }],
    ],
    ['<a href="nowhere">a</a>', 'a', []],
    [
      '<pre><code class="language-ts">a</code></pre>',
      'a',
      [{ type: 'pre', offset: 0, length: 1, language: 'ts' }],
    ],
    [
      '<b>x<i>y</i></b>',
      'xy',
      [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
  ])('%s', (html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities })
  })

  it.each([
    ['<div>a</div>', 'Unsupported start tag "div" at byte offset 0'],
    ['é<3', 'Unclosed start tag at byte offset 2'],
    ['Tom <tom@x.org>', 'Unsupported start tag "tom@x.org" at byte offset 4'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b><i>a</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['<i>a</i   ', 'Unclosed end tag at byte offset 4'],
    ['<i =x>a</i>', 'Empty attribute name in the tag "i" at byte offset 0'],
    ['<a href="x>a</a>', 'Unclosed start tag at byte offset 0'],
    ['<a href=x,>a</a>', 'Unexpected end of name token at byte offset 8'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    [
      '&#xDFDF;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
  ])('refuses %s', (html, reason) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${reason}`)
  })
})
