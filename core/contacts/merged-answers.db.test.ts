import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OutboundMessage } from '../channels/channel-port.ts'
import { createSender } from '../conversations/send-messages.ts'
import { createLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { createVault } from '../secrets/vault.ts'
import { createTestPort } from '../testing/create-test-port.ts'
import { openTestCore, type TestCore, testKey } from '../testing/open-test-core.ts'
import { inboundMessage, somePerson, writeIn } from '../testing/write-in.ts'

let test: TestCore
let gym: Awaited<ReturnType<TestCore['makeOrganization']>>
const sent: OutboundMessage[] = []
const network = createTestPort({
  async send(_account, message) {
    sent.push(message)
    return { outcome: 'sent', externalId: `wamid.${newId()}` }
  },
})

beforeAll(async () => {
  test = await openTestCore({ channels: [network] })
  gym = await test.makeOrganization('Atlas Gym', '1001')
})
afterAll(() => test.close())

async function sendAll() {
  const sender = createSender({
    database: test.core.database,
    channels: [network],
    vault: createVault([testKey]),
    files: { open: async () => Readable.from([]), link: () => '' },
    subscriptions: [],
    log: createLog('silent'),
    onFree: () => undefined,
    onRecorded: () => undefined,
  })
  while ((await sender.run()) > 0) await sender.settled()
}

it('sends the answer to the telephone that a merged person last wrote from, and to no other', async () => {
  const [office, home] = [somePerson('Lina'), somePerson('Lina at home')]
  const kept = await writeIn(test, [inboundMessage('1001', { person: office })])
  const merged = await writeIn(test, [inboundMessage('1001', { person: home })])
  const idOf = async (leadId: string) => (await test.desk.ask(gym.owner, 'readContact', { leadId })).id
  await test.desk.perform(gym.owner, 'mergeContacts', {
    keptId: await idOf(kept.leadId),
    mergedId: await idOf(merged.leadId),
  })
  for (const [index, person] of [office, home, office].entries()) {
    const { leadId } = await writeIn(test, [inboundMessage('1001', { person })])
    expect(leadId).toBe(kept.leadId)
    await test.desk.perform(gym.owner, 'queueReply', {
      leadId,
      body: `Answer ${index}`,
      origin: { account: '7', chat: '1', message: index },
    })
    await sendAll()
  }
  expect(sent.map(({ recipient }) => recipient.map(({ value }) => value))).toEqual(
    [office, home, office].map(({ identities }) => [identities[0]?.value]),
  )
})
