import { expect, it } from 'vitest'
import { parseConfig } from '#core/config.ts'
import { missingSettings } from './missing-settings.ts'
import { webhookSettings } from './settings.ts'

const read = (env: Record<string, string> = {}) => parseConfig([webhookSettings] as const, env)[0]

it('names what the operator has to set before a network can be connected', () => {
  expect(missingSettings(read(), undefined, 'whatsapp').missing).toEqual([
    'META_APP_SECRET',
    'META_VERIFY_TOKEN',
    'PUBLIC_URL',
  ])
  expect(missingSettings(read(), 'https://desk.example', 'linkedin_leads').missing).toEqual([
    'LINKEDIN_CLIENT_SECRET',
  ])
  const meta = read({ META_APP_SECRET: 'a-real-secret', META_VERIFY_TOKEN: 'a-real-word' })
  expect(missingSettings(meta, 'https://desk.example', 'instagram')).toEqual({
    missing: [],
    sometimes: ['INSTAGRAM_APP_SECRET'],
  })
})

it('asks nothing of the operator for Telegram: its bots are polled where nobody can reach the server', () => {
  expect(missingSettings(read(), undefined, 'telegram')).toEqual({ missing: [], sometimes: [] })
})
