import { describe, expect, test } from 'vitest'
import type { ChannelModule } from './channel-module.ts'
import type { ChannelExamples } from './testing/channel-examples.ts'
import { appSecret, openWebhooks } from './testing/open-webhooks.ts'
import { postMeta } from './testing/post.ts'
import { sign } from './testing/sign.ts'
import { testReading } from './testing/test-reading.ts'
import { testSending } from './testing/test-sending.ts'

/** What every channel module promises. Called in the module's own test. */
export function testChannelModule(module: ChannelModule, examples: ChannelExamples): void {
  describe(`the channel module ${module.network}`, () => {
    testVerifying(module, examples)
    testReading(module, examples)
    testSending(module, examples)
  })
}

function testVerifying(module: ChannelModule, examples: ChannelExamples) {
  test('gets its own signed calls, and no forged ones', async () => {
    await using desk = await openWebhooks({ modules: [module] })
    for (const call of [...examples.calls, examples.callWith(examples.messages)]) {
      const body = JSON.stringify(call)
      expect((await postMeta(desk, body)).status).toBe(200)
      expect((await postMeta(desk, body, sign(`${body} `, appSecret))).status).toBe(401)
      expect(desk.kept.at(-1)).toMatchObject({ source: module.network })
    }
    expect(desk.kept).toHaveLength(examples.calls.length + 1)
    expect(module.claims(examples.callWith([]))).toBe(true)
    expect(module.claims({ object: 'of-somebody-else', entry: [] })).toBe(false)
  })
}
