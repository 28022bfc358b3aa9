import { expect, test } from 'vitest'
import { replaceBlock } from './replace-block.ts'

const page =
  'before\n<!-- bench:a -->\nold\n<!-- /bench:a -->\nbetween\n<!-- bench:b -->\n<!-- /bench:b -->\nafter\n'

test('only what stands between the marks is written anew, as often as one likes', () => {
  const once = replaceBlock(page, 'a', 'new')
  expect(once).toBe(page.replace('old', 'new'))
  expect(replaceBlock(once, 'a', 'new')).toBe(once)
  expect(replaceBlock(page, 'b', 'first')).toContain('<!-- bench:b -->\nfirst\n<!-- /bench:b -->\nafter')
})

test('a page without the block is left alone, with an error', () => {
  expect(() => replaceBlock(page, 'c', 'new')).toThrow('<!-- bench:c -->')
})
