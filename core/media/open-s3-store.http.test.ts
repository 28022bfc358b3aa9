import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testMediaStore } from './media-store.contract.ts'
import { openS3Store, type S3Settings } from './open-s3-store.ts'
import { openS3Server } from './testing/open-s3-server.ts'

let server: Awaited<ReturnType<typeof openS3Server>>
const settings = (): S3Settings => ({
  endpoint: server.endpoint,
  region: 'eu-west-3',
  bucket: 'desk-files',
  accessKeyId: 'harbour-bakery',
  secretAccessKey: 'harbour-bakery-secret',
  prefix: 'parley/',
  forcePathStyle: true,
})
beforeAll(async () => {
  server = await openS3Server('desk-files', 'harbour-bakery')
})
afterAll(() => server.close())

describe('a bucket as media store', () => {
  testMediaStore(() => openS3Store(settings()))

  it('puts files under the prefix, typed, and signs every call', () => {
    expect(server.kept.get('/desk-files/parley/gym/small')?.type).toBe('image/jpeg')
    expect(server.calls.every(({ authorization }) => authorization.includes('/eu-west-3/s3/'))).toBe(true)
  })
  it('says when the store turns it away, and does not take that for an empty place', async () => {
    const stranger = await openS3Store({ ...settings(), accessKeyId: 'somebody-else' })
    await expect(stranger.open('gym/small')).rejects.toThrow('AccessDenied')
    await stranger.close?.()
  })
})
