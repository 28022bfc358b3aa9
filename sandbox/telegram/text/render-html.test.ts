import { expect, it } from 'vitest'
import { findEntities } from './find-entities.ts'
import { renderHtml } from './render-html.ts'

it('a name with markup in it stays text on the page', () => {
  expect(renderHtml('<img src=x onerror=alert(1)>', [])).not.toContain('<')
})

it('a link that is no web address is not made clickable', () => {
  const html = renderHtml('x', [{ type: 'text_link', offset: 0, length: 1, url: 'javascript:alert(1)' }])
  expect(html).toBe('<span>x</span>')
})

it('marks that cross each other still give well-nested HTML', () => {
  const html = renderHtml('abc', [
    { type: 'bold', offset: 0, length: 2 },
    { type: 'italic', offset: 1, length: 2 },
  ])
  expect(html).toBe('<b>a<i>b</i></b><i>c</i>')
})

it('commands, mentions and links are found where Telegram finds them', () => {
  const found = findEntities('/start@desk_bot see https://example.org/a?b, ask @ana or a@b.org #x')
  expect(found.map((entity) => entity.type)).toEqual(['bot_command', 'url', 'mention', 'email', 'hashtag'])
  expect(found[1]?.length).toBe('https://example.org/a?b'.length)
})
