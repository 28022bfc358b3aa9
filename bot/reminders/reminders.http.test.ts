import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import type { Reminder } from '#core/reminders/reminder.ts'
import { leadId, makeLead, makeMember } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'

const reminderId = '01a2b3c4-0000-7000-8000-0000000000e1'
const amina = makeMember('02', { name: 'Amina' })
const karim = makeMember('03', { name: 'Karim Haddad', username: 'karim_h' })

const makeReminder = (changes: Partial<Reminder> = {}): Reminder => ({
  id: reminderId,
  lead: { id: leadId, number: 12, name: 'Maria <3', closedAt: null, ownerId: amina.id },
  for: { id: amina.id, name: 'Amina', isActive: true, unreachable: false },
  by: { id: amina.id, name: 'Amina' },
  text: 'call <b>back</b>',
  dueAt: new Date('2026-11-27T10:00:00Z'),
  repeat: 'none',
  firedAt: null,
  doneAt: null,
  cancelledAt: null,
  version: 0,
  timeZone: 'UTC',
  ...changes,
})

let chat: Awaited<ReturnType<typeof openChat>>
let reminders: Reminder[]
const card: NewPost = {
  chat: { id: '702', kind: 'private' },
  key: `card:${leadId}`,
  urgency: 1,
  content: { method: 'send', html: 'card' },
  leadId,
}

beforeEach(async () => {
  reminders = []
  chat = await openChat('agent', {
    readOwnHours: () => ({
      timeZone: 'UTC',
      quiet: null,
      digests: [{ kind: 'morning', enabled: true, at: '08:30' }],
    }),
    listMembers: () => [amina, karim],
    readReminder: () => makeReminder(),
    listReminders: () => reminders,
    addReminder: () => ({ reminderId, dueAt: new Date('2026-11-27T10:00:00Z'), timeZone: 'UTC' }),
    moveReminder: () => undefined,
    snoozeReminder: () => ({ dueAt: new Date('2026-11-27T09:00:00Z'), timeZone: 'UTC' }),
    finishReminder: () => undefined,
    cancelReminder: () => undefined,
    setDigest: () => undefined,
    setOwnHours: () => undefined,
  })
})
afterEach(() => chat.close())

const done = (name: string) => chat.done().filter((one) => one.name === name)
const lead = shortId(leadId)

describe('/remind', () => {
  test('below a card sets what the words say, and answers when it comes', async () => {
    await chat.answer(card, '/remind tomorrow 10 call back')
    expect(done('addReminder')).toMatchObject([
      { input: { leadId, memberId: amina.id, text: 'call back', repeat: 'none' } },
    ])
    const wanted = done('addReminder').map(({ input }) => (input as { dueAt: Date }).dueAt.getUTCHours())
    expect(wanted).toEqual([10])
    expect(chat.html()).toContain('I will remind you: <b>Fri')
    expect(chat.html()).toContain('Maria &lt;3')
    expect(chat.html()).toContain('call &lt;b&gt;back&lt;/b&gt;')
  })

  test('with a name in front is for that colleague, and for nobody where the name is nobody’s', async () => {
    for (const name of ['@karim', '@karim_h', '@Haddad'])
      await chat.answer(card, `/remind ${name} tomorrow 10`)
    expect(done('addReminder').map(({ input }) => (input as { memberId: string }).memberId)).toEqual([
      karim.id,
      karim.id,
      karim.id,
    ])
    await chat.answer(card, '/remind @zoe tomorrow 10')
    expect(chat.html()).toContain('@zoe')
    expect(done('addReminder')).toHaveLength(3)
  })

  test('takes the name of a colleague further back too, and leaves what names nobody in the text', async () => {
    await chat.answer(card, '/remind tomorrow 10 call back @karim please')
    await chat.answer(card, '/remind tomorrow 10 write to @maria.silva')
    expect(done('addReminder').map(({ input }) => input)).toMatchObject([
      { memberId: karim.id, text: 'call back please' },
      { memberId: amina.id, text: 'write to @maria.silva' },
    ])
  })

  test('begins with the number of a lead where it is below nothing', async () => {
    await chat.write('/remind #12 in 2 hours send the offer')
    expect(done('addReminder')).toMatchObject([{ input: { leadId, text: 'send the offer' } }])
    await chat.write('/remind tomorrow')
    expect(chat.html()).toContain('/remind #12')
  })

  test('by itself lists what is to come; below a lead it offers times', async () => {
    await chat.write('/remind')
    expect(chat.html()).toContain('You have no reminders')
    reminders = [makeReminder()]
    await chat.write('/remind')
    expect(chat.html()).toContain('1 reminder')
    expect(chat.buttons()).toEqual([`reminder-open:${shortId(reminderId)}`])
    await chat.answer(card, '/remind')
    expect(chat.buttons()).toContain(`remind-at:${lead}:tomorrow`)
  })

  test('without a time asks once more, and takes the answer', async () => {
    await chat.answer(card, '/remind call back')
    expect(chat.html()).toContain('did not find a time')
    await chat.answer(chat.last(), 'friday 9:00 call back')
    expect(done('addReminder')).toMatchObject([{ input: { leadId, text: 'call back' } }])
  })

  test('that was set takes another time as an answer, which no customer sees', async () => {
    await chat.answer(card, '/remind tomorrow 10')
    await chat.answer(chat.last(), 'in 3 days 15:00')
    expect(done('moveReminder')).toMatchObject([{ input: { reminderId } }])
    expect(done('queueReply')).toEqual([])
  })
})

describe('buttons', () => {
  test('on a card ask when; a time is one more tap, also for a colleague', async () => {
    await chat.press(`remind:${lead}`, card)
    const asked = chat.last()
    await chat.press(`remind-at:${lead}:tomorrow`, asked)
    expect(done('addReminder')).toHaveLength(1)
    expect(chat.toast()).toContain('set')
    await chat.press(`remind-whom:${lead}`, asked)
    expect(chat.buttons()).toContain(`remind:${lead}:${shortId(karim.id)}`)
    await chat.press(`remind:${lead}:${shortId(karim.id)}`, asked)
    await chat.press(`remind-at:${lead}:tomorrow:${shortId(karim.id)}`, asked)
    expect(done('addReminder').at(-1)).toMatchObject({ input: { memberId: karim.id } })
  })

  test('pressed twice on one message want one reminder', async () => {
    await chat.press(`remind-at:${lead}:hour`, card)
    await chat.press(`remind-at:${lead}:hour`, card)
    const keys = done('addReminder').map(({ input }) => (input as { idempotencyKey: string }).idempotencyKey)
    expect(new Set(keys).size).toBe(1)
  })

  test('under a reminder end it, put it off, call it off, and say so in its place', async () => {
    const id = shortId(reminderId)
    const due = { ...card, key: `reminder:${reminderId}:1` }
    await chat.press(`reminder-done:${id}`, due)
    expect(chat.last()).toMatchObject({ targetKey: due.key, content: { method: 'edit' } })
    expect(chat.html()).toContain('Done.')
    await chat.press(`reminder-later:${id}:tomorrow`, due)
    await chat.press(`reminder-cancel:${id}`, due)
    expect(chat.done().map(({ name }) => name)).toEqual([
      'finishReminder',
      'snoozeReminder',
      'cancelReminder',
    ])
  })

  test('that are forged are refused, and nothing is set', async () => {
    const forged = [`remind-at:${lead}:never`, `remind-at:${lead}:hour:x`, `reminder-later:${lead}:x`]
    for (const data of [
      ...forged,
      `remind-repeat:${lead}:hourly`,
      'digest-set:morning:2500',
      'quiet-set:toString',
    ]) {
      await chat.press(data, card)
      expect(chat.toast()).not.toBe('')
    }
    expect(chat.done()).toEqual([])
  })
})

test('digests and quiet hours are chosen on one page, and a time zone by its name', async () => {
  await chat.write('/digest')
  const page = chat.last()
  expect(chat.html()).toContain('Your morning: 8:30 AM')
  await chat.press('digest-set:morning:0930', page)
  await chat.press('digest-set:morning:off', page)
  await chat.press('quiet-set:late', page)
  await chat.press('time-zone', page)
  await chat.answer(chat.last(), 'africa/cairo')
  expect(chat.done().map(({ name, input }) => [name, input])).toEqual([
    ['setDigest', { kind: 'morning', enabled: true, at: '09:30' }],
    ['setDigest', { kind: 'morning', enabled: false }],
    ['setOwnHours', { quiet: { from: '22:00', until: '07:00' } }],
    ['setOwnHours', { timeZone: 'africa/cairo' }],
  ])
})

test('a viewer is refused', async () => {
  const viewer = await openChat('viewer', { findLead: () => makeLead() })
  await viewer.answer(card, '/remind tomorrow 10')
  expect(viewer.html()).toContain('⚠️')
  await viewer.press(`remind:${lead}`, card)
  expect(viewer.toast()).not.toBe('')
  await viewer.close()
})
