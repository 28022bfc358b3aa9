import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './parse-markdown.ts'
import { parseMarkdownV2 } from './parse-markdown-v2.ts'

describe('MarkdownV2 of a bot is read as Telegram reads it', () => {
  it.each([
    ['*a* _b_ __c__ ~d~ ||e|| `f`', 'a b c d e f', 'bold italic underline strikethrough spoiler code'],
    ['a\\.b\\-c', 'a.b-c', ''],
    ['_a __b___', 'a b', 'italic underline'],
    ['```ts\nx < y\n```', 'x < y\n', 'pre'],
    ['[a](https://example.org/x\\))', 'a', 'text_link'],
    ['>a\n>b\nc', 'a\nb\nc', 'blockquote'],
    ['>a\n>b||\nc', 'a\nb\nc', 'expandable_blockquote'],
    ['![👍](tg://emoji?id=25)', '👍', 'custom_emoji'],
  ])('%s', (markup, text, types) => {
    const parsed = parseMarkdownV2(markup)
    expect(parsed.text).toBe(text)
    expect(parsed.entities.map((entity) => entity.type).join(' ')).toBe(types)
  })

  it.each([
    ['hello.', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['a-b', "Character '-' is reserved and must be escaped with the preceding '\\'"],
    ['hello!', "Character '!' is reserved and must be escaped with the preceding '\\'"],
    ['é*a', "Can't find end of Bold entity at byte offset 2"],
    ['_a *b', "Can't find end of Bold entity at byte offset 3"],
    ['`a', "Can't find end of Code entity at byte offset 0"],
    ['```a ', "Can't find end of PreCode entity at byte offset 0"],
    ['[a](b', "Can't find end of a URL at byte offset 3"],
    ['![a]', 'The entity must contain a tg://emoji or tg://time URL'],
    ['>*a\nb*', "Can't find end of Bold entity at byte offset 1"],
  ])('refuses %s', (markup, reason) => {
    expect(() => parseMarkdownV2(markup)).toThrow(`Bad Request: can't parse entities: ${reason}`)
  })
})

describe('the old Markdown is read as Telegram reads it', () => {
  it('knows bold, italic, code and links, without nesting', () => {
    const { text, entities } = parseMarkdown('*a* _b_ `c_` [d](example.org) 1.5')
    expect(text).toBe('a b c_ d 1.5')
    expect(entities.map((entity) => entity.type)).toEqual(['bold', 'italic', 'code', 'text_link'])
  })

  it('refuses a mark that is never closed', () => {
    expect(() => parseMarkdown('a_b')).toThrow("Can't find end of the entity starting at byte offset 1")
  })
})
