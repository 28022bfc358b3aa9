import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ChannelPort } from '../channels/channel-port.ts'
import { chatEnds } from '../posts/chat-ends.ts'
import { openTestCore } from '../testing/open-test-core.ts'
import { inboundMessage, writeIn } from '../testing/write-in.ts'
import { createDiskStore } from './create-disk-store.ts'
import { pngOf } from './testing/images.ts'

it('brings the file of a message from its network to a link and into the metrics, with nobody asking', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-media-'))
  const cdn = createServer((_request, response) => response.end(pngOf(80, 60)))
  await new Promise<void>((resolve) => cdn.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}`
  const network: ChannelPort = {
    network: 'whatsapp',
    can: new Set(['text']),
    replyWindowHours: 24,
    limits: { text: { max: 4096, unit: 'characters' }, caption: 1024, files: {} },
    pace: { perSecond: 80 },
    send: async () => ({ outcome: 'refused', failure: { code: '0', title: 'Nothing is sent here' } }),
    fetchMedia: async (_account, { mediaId }) => ({
      outcome: 'found',
      value: { url: `${origin}/${mediaId}`, tokenOrigins: [], trustedOrigins: [origin] },
    }),
  }
  const test = await openTestCore({
    channels: [network],
    media: {
      store: createDiskStore(join(folder, 'store')),
      incoming: join(folder, 'incoming'),
      maxMb: 100,
      publicUrl: () => 'https://desk.example.org',
    },
  })
  const { core } = test
  const work = core.startWork({ readers: new Map(), subscribers: [], ...chatEnds(core.desk) })
  try {
    const gym = await test.makeOrganization('Atlas Gym', '1001')
    const attachments = [{ kind: 'image' as const, mediaId: '77' }]
    await writeIn(test, [inboundMessage('1001', { kind: 'image', attachments })])
    const [file] = await test.rows<{ id: string }>('select id from attachment')
    const attachmentId = file?.id ?? ''
    const state = async () => (await test.desk.ask(gym.owner, 'findAttachment', { attachmentId })).state
    await expect.poll(state, { timeout: 10_000 }).toBe('stored')
    const token = core.files.link(gym.organizationId, attachmentId).split('/').at(-1) ?? ''
    expect((await core.files.follow(token))?.serving.type).toBe('image/png')
    expect(await core.metrics.page()).toMatch(/^parley_media_stored_bytes_total [1-9]/m)
    expect(await core.metrics.page()).toContain('parley_queue_waiting{queue="media"} 0')
  } finally {
    await work.close()
    await test.close()
    await new Promise((resolve) => cdn.close(resolve))
    rmSync(folder, { recursive: true })
  }
})
