import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../new-id.ts'
import { openTestCore, type TestCore } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'
import { createDiskStore } from './create-disk-store.ts'
import { createUploads } from './create-uploads.ts'
import { uploadKey } from './media-store.ts'
import { sweepUploads } from './sweep-uploads.ts'
import { takeUpload } from './take-upload.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-uploads-'))
const incoming = join(folder, 'incoming')
const store = createDiskStore(join(folder, 'store'))
const plan = { bytes: Buffer.from('A plan of the kitchen'), mime: 'text/plain' }
let desk: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>

beforeAll(async () => {
  desk = await openTestCore()
  gym = await desk.makeOrganization('Atlas Gym', '1001')
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true })
})

const keep = (id: string) =>
  createUploads({ database: desk.core.database, store }).keep(gym.organizationId, id, plan)
const take = (upload: string, organizationId = gym.organizationId) =>
  takeUpload({ upload }, { store, folder: incoming, organizationId, signal: new AbortController().signal })
const isKept = async (id: string) => {
  const opened = await store.open(uploadKey(gym.organizationId, id))
  opened?.stream.destroy()
  return opened !== undefined
}
const sweep = () => sweepUploads({ database: desk.core.database, store, incoming })
/** All uploads came so long ago. */
const age = (interval: string) => desk.rows('update upload set created_at = now() - $1::interval', [interval])
async function attach(id: string) {
  const attachments = [{ kind: 'document' as const, mediaId: `upload:${id}`, fileName: 'plan.txt' }]
  await writeIn(desk, [inboundMessage('1001', { person: somePerson(), kind: 'form', attachments })])
}

test('what came with a call is taken from the store, once kept however often, and by no other organization', async () => {
  const id = newId()
  await keep(id)
  await keep(id)
  expect(await desk.rows('select id from upload where id = $1', [id])).toHaveLength(1)
  const taken = await take(id)
  if (taken.outcome !== 'fetched') throw new Error(`It was not fetched: ${taken.outcome}`)
  expect(taken.size).toBe(plan.bytes.length)
  expect(await readFile(taken.path)).toEqual(plan.bytes)

  const other = await desk.makeOrganization('Harbour Bakery', newId())
  expect(await take(id, other.organizationId)).toMatchObject({ failure: { code: 'upload-gone' } })
})

test('it stays while its call waits to be read and its file to be fetched, and goes when that is done', async () => {
  const [unread, waiting, stored, erased] = [newId(), newId(), newId(), newId()]
  for (const id of [unread, waiting, stored, erased]) await keep(id)
  for (const id of [waiting, stored, erased]) await attach(id)
  for (const [id, state] of [
    [stored, 'stored'],
    [erased, 'erased'],
  ]) {
    await desk.rows('update attachment set state = $2 where network_media_id = $1', [`upload:${id}`, state])
  }
  expect(await sweep(), 'somebody may be writing them now').toBe(0)
  await age('2 minutes')
  expect(await sweep()).toBe(2)
  expect(await Promise.all([unread, waiting, stored, erased].map(isKept))).toEqual([true, true, false, false])

  await age('9 days')
  await sweep()
  expect(await isKept(unread)).toBe(false)
  expect(await desk.rows('select 1 from upload')).toEqual([])
})
