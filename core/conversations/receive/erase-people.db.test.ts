import { afterAll, beforeAll, expect, it } from 'vitest'
import type { IdentityClaim, InboundMessage } from '../../channels/inbound-item.ts'
import { connectNetwork } from '../../testing/connect-network.ts'
import { openTestCore, type TestCore } from '../../testing/open-test-core.ts'
import { takeIn } from '../../testing/take-in.ts'
import { inboundMessage } from '../../testing/write-in.ts'

let test: TestCore
beforeAll(async () => {
  test = await openTestCore()
  const { organizationId } = await test.makeOrganization('Atlas Gym', '1001')
  const { organizationId: other } = await test.makeOrganization('Second House', '2002')
  await connectNetwork(test, organizationId, 'linkedin_leads', 'li')
  await connectNetwork(test, organizationId, 'forms', 'site')
  await connectNetwork(test, other, 'linkedin_leads', 'li.other')
})
afterAll(() => test.close())

const mail = (value: string): IdentityClaim => ({ kind: 'email', value, claimed: true })
const phone = (value: string): IdentityClaim => ({ kind: 'phone', value, claimed: true })
let minute = 0
const form = (
  externalId: string,
  name: string,
  identities: IdentityClaim[],
  more: Partial<InboundMessage> = {},
): InboundMessage => {
  minute += 1
  const { body: _, ...rest } = inboundMessage('li', {
    network: 'linkedin_leads',
    externalId,
    person: { name, identities },
    kind: 'form',
    sentAt: new Date(Date.UTC(2026, 10, 1, 10, minute)),
    data: {
      answers: { 'Your name': name, Contact: identities.map(({ value }) => value.toUpperCase()).join(' ') },
    },
    ...more,
  })
  return rest
}
const onSite = { network: 'forms', account: 'site' } as const
const erase = (externalId: string, account = 'li') =>
  takeIn(test, [{ type: 'erasure', network: 'linkedin_leads', account, externalId, at: new Date() }])
const known = async (externalId: string, account = 'li') => {
  const [row] = await test.rows(
    `select p.name, (select coalesce(array_agg(i.value order by i.value), '{}') from contact_identity i
       where i.contact_id = p.id) as known, c.identity_id is not null as answerable
     from message m join channel_account a on a.id = m.channel_account_id
     join conversation c on c.id = m.conversation_id join contact p on p.id = c.contact_id
     where m.external_id = $1 and a.external_id = $2`,
    [externalId, account],
  )
  return row
}
const nobody = { name: null, known: [], answerable: false }

it('somebody who left one form and nothing else is nobody any more, and found by nothing', async () => {
  const member: IdentityClaim = { kind: 'linkedin_member', value: 'urn:1' }
  await takeIn(test, [
    form('f1', 'Nora Secret', [mail('nora@secret.example'), phone('+33612345601'), member]),
  ])
  await erase('f1')
  await erase('f1')
  expect(await known('f1')).toEqual(nobody)
  expect(
    await test.rows(`select 1 from contact where contact::text like '%Secret%'
      union all select 1 from contact_identity where contact_identity::text ~ 'secret|12345601|urn:1'`),
  ).toEqual([])
  await takeIn(test, [form('f1', 'Nora Secret', [mail('nora@secret.example')])])
  expect(await known('f1')).toEqual(nobody)
})

it('is forgotten as well where the demand came before the form, and where he left neither phone nor e-mail', async () => {
  await erase('f2')
  await takeIn(test, [form('f2', 'Nora Secret', [mail('early@secret.example')])])
  expect(await known('f2')).toEqual(nobody)
  await takeIn(test, [form('f2b', 'Nora Secret', [{ kind: 'submission', value: 'f2b' }])])
  await erase('f2b')
  expect(await known('f2b')).toEqual(nobody)
})

it('what another form says of him stays, whichever came first', async () => {
  await takeIn(test, [
    form('f3', 'Omar Both', [mail('omar@both.example'), mail('omar@gone.example')]),
    form('f3.site', 'Omar Both', [mail('omar@both.example'), phone('+33612345603')], onSite),
  ])
  await erase('f3')
  expect(await known('f3')).toMatchObject({ name: 'Omar Both', known: ['+33612345603', 'omar@both.example'] })
  await takeIn(test, [
    form('f4.site', 'Ines First', [mail('ines@first.example')], onSite),
    form('f4', 'Ines Later', [mail('ines@first.example'), phone('+33612345604')]),
  ])
  await erase('f4')
  expect(await known('f4')).toMatchObject({ name: 'Ines First', known: ['ines@first.example'] })
})

it('what two erased forms said is gone with the second', async () => {
  const again = () => form(`f5.${minute}`, 'Lea Twice', [mail('lea@twice.example')])
  const [first, second] = [again(), again()]
  await takeIn(test, [first, second])
  await erase(first.externalId)
  expect(await known(first.externalId)).toMatchObject({ name: 'Lea Twice', known: ['lea@twice.example'] })
  await erase(second.externalId)
  expect(await known(second.externalId)).toEqual(nobody)
})

it('what he proved by writing himself stays, and his next message gives him the name that he has there', async () => {
  const own: IdentityClaim = { kind: 'phone', value: '+33612345606', address: '33612345606' }
  await takeIn(test, [form('f6', 'Form Name', [phone('+33612345606'), mail('own@gone.example')])])
  const writes = () => inboundMessage('1001', { person: { identities: [own], name: 'Chat Name' } })
  await takeIn(test, [writes()])
  await erase('f6')
  expect(await known('f6')).toMatchObject({ name: null, known: ['+33612345606'] })
  await takeIn(test, [writes()])
  expect(await known('f6')).toMatchObject({ name: 'Chat Name', known: ['+33612345606'] })
})

it("what another organization knows of the same person, and a chat's message that is taken back, change nothing", async () => {
  const who = [mail('shared@two.example')]
  await takeIn(test, [
    form('f7', 'Shared', who),
    form('f7', 'Shared', who, { account: 'li.other' }),
    form('f8', 'Chat', [mail('chat@two.example')], { ...onSite }),
  ])
  await erase('f7')
  expect(await known('f7')).toEqual(nobody)
  expect(await known('f7', 'li.other')).toMatchObject({ name: 'Shared', known: ['shared@two.example'] })
  const person = { identities: [{ kind: 'phone', value: '+33612345608' } as const], name: 'Writes' }
  await takeIn(test, [inboundMessage('1001', { person, externalId: 'w8' })])
  await takeIn(test, [inboundMessage('1001', { person, kind: 'revoke', replyTo: 'w8', erase: true })])
  expect(await known('w8', '1001')).toMatchObject({ name: 'Writes', known: ['+33612345608'] })
})
