import { expect, test } from 'vitest'
import { ConfigError, defineSettings, parseConfig } from '#core/config.ts'
import { metaShape } from '../meta/meta-settings.ts'
import { findMessengerProblems, messengerShape } from './messenger-settings.ts'

const settings = defineSettings({
  title: 'Messenger alone',
  shape: { ...metaShape, ...messengerShape },
  problems: findMessengerProblems,
})
const all = {
  META_APP_SECRET: 'a-real-app-secret',
  META_VERIFY_TOKEN: 'a-real-verify-word',
  MESSENGER_PAGE_ID: '100000000000555',
  MESSENGER_PAGE_ACCESS_TOKEN: 'EAAGtokentoken',
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

test.each(['MESSENGER_PAGE_ID', 'MESSENGER_PAGE_ACCESS_TOKEN'] as const)(
  'Messenger switched on by %s alone names everything else that it needs',
  (name) => {
    const problems = problemsOf({ [name]: all[name] })
    for (const other of Object.keys(all).filter((key) => key !== name)) {
      expect(problems).toContain(`${other}: is missing`)
    }
  },
)

test('a whole Messenger is accepted, and a name in place of the id is not', () => {
  expect(problemsOf(all)).toBe('')
  expect(problemsOf({})).toBe('')
  expect(problemsOf({ ...all, MESSENGER_PAGE_ID: 'HarbourBakery' })).toContain('MESSENGER_PAGE_ID')
})
