import { expect, test } from 'vitest'
import { ConfigError, parseConfig, printEnvExample } from '#core/config.ts'
import { channelModules } from './index.ts'
import { webhookSettings } from './settings.ts'

const meta = { META_APP_SECRET: 'a-real-app-secret', META_VERIFY_TOKEN: 'a-real-verify-word' }
const whatsapp = { WHATSAPP_PHONE_NUMBER_ID: '555000111', WHATSAPP_ACCESS_TOKEN: 'EAAGtokentoken' }

function problemsOf(env: Record<string, string>): string {
  try {
    parseConfig([webhookSettings], env)
    return ''
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.join('\n')
    throw error
  }
}

test('nothing is needed where nothing is switched on', () => {
  const [values] = parseConfig([webhookSettings], {})
  expect(values).toEqual({
    META_GRAPH_ROOT: 'https://graph.facebook.com',
    META_GRAPH_VERSION: 'v26.0',
    LINKEDIN_API_ROOT: 'https://api.linkedin.com',
    TRUSTED_PROXIES: ['127.0.0.1', '::1'],
  })
})

test.each(['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_ACCESS_TOKEN'] as const)(
  'WhatsApp switched on by %s alone names everything else that it needs',
  (name) => {
    const problems = problemsOf({ [name]: whatsapp[name] })
    const missing = Object.keys({ ...meta, ...whatsapp }).filter((other) => other !== name)
    expect(missing).toHaveLength(3)
    for (const other of missing) expect(problems).toContain(`${other}: is missing`)
  },
)

test('a whole WhatsApp is accepted, and so is a Meta webhook without any number yet', () => {
  expect(problemsOf({ ...meta, ...whatsapp })).toBe('')
  expect(problemsOf(meta)).toBe('')
})

test.each(Object.keys(meta))('a Meta webhook is refused without %s', (name) => {
  const rest = Object.fromEntries(Object.entries(meta).filter(([other]) => other !== name))
  expect(problemsOf(rest)).toContain(`${name}: is missing`)
})

test.each(['changeme', 'ChangeMe', 'todo'])('the placeholder %j is refused as a secret', (placeholder) => {
  for (const name of ['META_APP_SECRET', 'META_VERIFY_TOKEN', 'WHATSAPP_ACCESS_TOKEN']) {
    expect(problemsOf({ ...meta, ...whatsapp, [name]: placeholder })).toContain(name)
  }
})

test('an address of the Graph API loses its last slash, and must be one', () => {
  const [values] = parseConfig([webhookSettings], { META_GRAPH_ROOT: 'http://127.0.0.1:9100/' })
  expect(values?.META_GRAPH_ROOT).toBe('http://127.0.0.1:9100')
  expect(problemsOf({ META_GRAPH_ROOT: 'graph.example' })).toContain('META_GRAPH_ROOT')
  expect(problemsOf({ META_GRAPH_VERSION: '26' })).toContain('META_GRAPH_VERSION')
})

test('every setting of every module is a setting of the room, and says what it is', () => {
  for (const module of channelModules) {
    expect(Object.keys(webhookSettings.shape)).toEqual(expect.arrayContaining(Object.keys(module.settings)))
  }
  expect(printEnvExample([webhookSettings])).not.toMatch(/^# *$\n#[A-Z]/m)
})
