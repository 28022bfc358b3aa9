import { describe, expect, test } from 'vitest'
import type { ChannelModule } from './channel-module.ts'
import type { ChannelExamples } from './testing/channel-examples.ts'
import { appSecret, openWebhooks } from './testing/open-webhooks.ts'
import { postMeta } from './testing/post.ts'
import { sign } from './testing/sign.ts'
import { testReading, wholeCalls } from './testing/test-reading.ts'
import { openPort, testNotSending, testSending } from './testing/test-sending.ts'

/** What every channel module promises. Called in the module's own test. */
export function testChannelModule(module: ChannelModule, examples: ChannelExamples): void {
  describe(`the channel module of ${module.networks.join(' and ')}`, () => {
    if (module.claims) testVerifying(module, examples)
    testReading(module, examples)
    test('has a port for each of its networks', () => {
      for (const network of module.networks) {
        expect(openPort(module, network, 'http://127.0.0.1:9').network).toBe(network)
      }
    })
  })
  for (const network of module.networks) {
    describe(`sending on ${network}`, () => {
      const sending = examples.sending.find((candidate) => candidate.network === network)
      if (sending) testSending(module, sending)
      else testNotSending(module, network)
    })
  }
}

/** For modules behind Meta's shared webhook; the others show in tests of their own whom they turn away. */
function testVerifying(module: ChannelModule, examples: ChannelExamples) {
  test('gets its own signed calls, and no forged ones', async () => {
    await using desk = await openWebhooks({ modules: [module] })
    const calls = wholeCalls(examples)
    for (const call of calls) {
      const body = JSON.stringify(call)
      expect((await postMeta(desk, body)).status).toBe(200)
      expect((await postMeta(desk, body, sign(`${body} `, appSecret))).status).toBe(401)
      expect(module.sources).toContain(desk.kept.at(-1)?.source)
    }
    expect(desk.kept).toHaveLength(calls.length)
    expect(module.sources).toContain(module.claims?.(examples.callWith([])))
    expect(module.claims?.({ object: 'of-somebody-else', entry: [] })).toBeUndefined()
  })
}
