import { newId } from '../new-id.ts'
import type { openTestCore } from './open-test-core.ts'
import { inboundMessage, writeIn } from './write-in.ts'

type TestCore = Awaited<ReturnType<typeof openTestCore>>
type House = Awaited<ReturnType<TestCore['makeOrganization']>>

/** A word in every text of such a lead, so that one sees where any of them is shown. */
export const markOf = (phone: string): string => `Xenophon${phone.slice(-4)}`

/**
 * A lead of an owner, taken an hour ago, with everything that can hang on one: a message with a file, a note, a draft, a reminder,
 * a tag, a suggested and a standing merge, a post in a chat and a topic. Its person has the number and an e-mail address, which stand in
 * the texts too.
 */
export async function makeFullLead(
  { desk, rows, ...test }: TestCore,
  house: House,
  owner: House['owner'],
  phone: string,
) {
  const { organizationId } = house
  const mark = markOf(phone)
  const email = `${mark.toLowerCase()}@example.com`
  const person = {
    name: mark,
    identities: [
      { kind: 'phone' as const, value: phone, address: phone.slice(1) },
      { kind: 'email' as const, value: email },
    ],
  }
  const body = `${mark} here, call ${phone} or write to ${email}`
  const contacts = [{ name: mark, phones: [{ phone }], emails: [{ email }] }]
  const { leadId, messageId } = await writeIn({ desk, rows, ...test }, [
    inboundMessage(house.account, {
      person,
      body,
      data: { contacts },
      attachments: [{ kind: 'image', mediaId: newId(), fileName: `${mark} ${phone}.png` }],
    }),
  ])
  await desk.perform(owner, 'claimLead', { leadId })
  await rows(`update lead set claimed_at = now() - interval '1 hour' where id = $1`, [leadId])
  const { noteId } = await desk.perform(owner, 'addNote', { leadId, body, idempotencyKey: newId() })
  const draft = { leadId, text: body, idempotencyKey: newId() }
  const { draftId } = await desk.perform(owner, 'writeDraft', draft)
  const { reminderId } = await desk.perform(owner, 'addReminder', {
    leadId,
    dueAt: new Date(Date.now() + 3_600_000),
    text: body,
    idempotencyKey: newId(),
  })
  const { id: tagId } = await desk.perform(owner, 'tagLead', { leadId, name: 'full' })
  const [{ contactId = '' } = {}] = await rows<{ contactId: string }>(
    'select contact_id as "contactId" from lead where id = $1',
    [leadId],
  )
  const otherId = await addContact(rows, organizationId, `Other ${mark}`)
  const mergedId = await addContact(rows, organizationId, `Merged ${mark}`)
  const suggestionId = newId()
  await rows(
    `insert into merge_suggestion (organization_id, id, contact_id, other_id, reasons)
     values ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), '{}')`,
    [organizationId, suggestionId, contactId, otherId],
  )
  const { mergeId } = await desk.perform(house.owner, 'mergeContacts', { keptId: contactId, mergedId })
  const { quickReplyId } = await desk.perform(house.owner, 'saveQuickReply', {
    shortcut: mark,
    body: 'Good morning!',
    shared: true,
  })
  const chat = { id: `9${phone.slice(-6)}`, kind: 'private' as const }
  await desk.perform(house.system, 'putPosts', {
    posts: [
      { chat, key: `card:${leadId}`, leadId, content: { method: 'send', html: body }, ...postRest },
      { chat, key: `topic:${leadId}`, leadId, content: { method: 'topic', name: body }, ...postRest },
    ],
  })
  await rows(
    `update staff_post set external_id = case when key = $2 then 77 else 88 end, state = 'sent' where lead_id = $1`,
    [leadId, `card:${leadId}`],
  )
  const [{ id: attachmentId = '' } = {}] = await rows<{ id: string }>(
    'select id from attachment where message_id = $1',
    [messageId],
  )
  const [{ number = 0 } = {}] = await rows<{ number: number }>('select number from lead where id = $1', [
    leadId,
  ])
  return {
    leadId,
    number,
    messageId,
    noteId,
    draftId,
    reminderId,
    tagId,
    contactId,
    otherId,
    suggestionId,
    mergeId,
    attachmentId,
    quickReplyId,
    chatId: chat.id,
    mark,
    phone,
    email,
  }
}

const postRest = { urgency: 1 as const, counted: true, weight: 1, delayMs: 0 }

async function addContact(rows: TestCore['rows'], organizationId: string, name: string): Promise<string> {
  const id = newId()
  await rows('insert into contact (organization_id, id, name) values ($1, $2, $3)', [
    organizationId,
    id,
    name,
  ])
  return id
}

export type FullLead = Awaited<ReturnType<typeof makeFullLead>>
