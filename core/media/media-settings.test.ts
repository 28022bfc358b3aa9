import { expect, it } from 'vitest'
import { ConfigError, parseConfig } from '../config.ts'
import { mediaSettings } from './media-settings.ts'

const problemsOf = (env: Record<string, string>) => {
  try {
    parseConfig([mediaSettings], env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

it('keeps files on the disk when nothing is said', () => {
  expect(parseConfig([mediaSettings], {})[0]).toMatchObject({ MEDIA_MAX_MB: 100, S3_PREFIX: '' })
})
it.each(['S3_BUCKET', 'S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])(
  'does not start with %s alone, and names what is missing',
  (name) => {
    const value = name === 'S3_ENDPOINT' ? 'https://s3.example.org' : 'parley-files'
    const missing = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].filter(
      (other) => other !== name,
    )
    expect(problemsOf({ [name]: value })).toEqual(
      missing.map((other) => expect.stringMatching(new RegExp(`^${other}: `))),
    )
  },
)
it('refuses a secret that is only a placeholder', () => {
  const env = { S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 'changeme' }
  expect(problemsOf(env)).toEqual([expect.stringContaining('S3_SECRET_ACCESS_KEY')])
})
