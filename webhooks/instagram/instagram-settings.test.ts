import { expect, test } from 'vitest'
import { ConfigError, defineSettings, parseConfig } from '#core/config.ts'
import { metaShape } from '../meta/meta-settings.ts'
import { findInstagramProblems, instagramShape } from './instagram-settings.ts'

const settings = defineSettings({
  title: 'Instagram alone',
  shape: { ...metaShape, ...instagramShape },
  problems: findInstagramProblems,
})
const all = {
  META_APP_SECRET: 'a-real-app-secret',
  META_VERIFY_TOKEN: 'a-real-verify-word',
  INSTAGRAM_ACCOUNT_ID: '17841400000000555',
  INSTAGRAM_ACCESS_TOKEN: 'IGAAtokentoken',
}

function problemsOf(env: Record<string, string>): string {
  try {
    parseConfig([settings], env)
    return ''
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.join('\n')
    throw error
  }
}

test.each(['INSTAGRAM_ACCOUNT_ID', 'INSTAGRAM_ACCESS_TOKEN'] as const)(
  'Instagram switched on by %s alone names everything else that it needs',
  (name) => {
    const problems = problemsOf({ [name]: all[name] })
    for (const other of Object.keys(all).filter((key) => key !== name)) {
      expect(problems).toContain(`${other}: is missing`)
    }
  },
)

test('a whole Instagram is accepted, and a name in place of the id is not', () => {
  expect(problemsOf(all)).toBe('')
  expect(problemsOf({})).toBe('')
  expect(problemsOf({ ...all, INSTAGRAM_ACCOUNT_ID: '@harbour.bakery' })).toContain('INSTAGRAM_ACCOUNT_ID')
})
