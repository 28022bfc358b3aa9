import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { ConfigError, defineSettings, parseConfig, printEnvExample, secret } from './config.ts'

const slice = defineSettings({
  title: 'Test',
  shape: {
    DOOR: z.coerce.number().int().default(3000).describe('The port'),
    WORD: secret('The word').optional(),
    TOKEN: z.string().optional().describe('The token'),
  },
  problems: ({ WORD, TOKEN }) => (TOKEN && !WORD ? ['WORD: is missing, TOKEN needs it'] : []),
})

const problemsOf = (env: Record<string, string>) => {
  try {
    parseConfig([slice], env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

it('reads values and defaults, and counts an empty value as absent', () => {
  expect(parseConfig([slice], { WORD: 'open sesame', TOKEN: '' })).toEqual([
    { DOOR: 3000, WORD: 'open sesame' },
  ])
})
it('reads a secret from a file', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'parley-config-')), 'word')
  writeFileSync(path, 'from a file\n')
  expect(parseConfig([slice], { WORD_FILE: path })[0]).toMatchObject({ WORD: 'from a file' })
})
it('names every problem at once', () => {
  expect(problemsOf({ DOOR: 'front', WORD: 'changeme' })).toEqual([
    expect.stringMatching(/^DOOR:/),
    expect.stringMatching(/^WORD: is a placeholder/),
  ])
})
it('names a file that it cannot read', () => {
  expect(problemsOf({ WORD_FILE: '/nowhere/word' })).toEqual([expect.stringContaining('/nowhere/word')])
})
it('names what one setting needs of another', () => {
  expect(problemsOf({ TOKEN: 'x' })).toEqual(['WORD: is missing, TOKEN needs it'])
})
it('prints an example with every setting, its meaning and its default', () => {
  const text = printEnvExample([slice])
  expect(text).toContain('# The port\n#DOOR=3000')
  expect(text).toContain('# The word\n#WORD=')
})
