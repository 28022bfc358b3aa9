import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../sandbox/scenes/testing/eventually.ts'
import { type House, openHouse } from '../sandbox/scenes/testing/open-house.ts'
import { control } from '../sandbox/scenes/testing/control.ts'
import { world } from '../sandbox/scenes/testing/world.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close().catch((e) => console.log(String(e).slice(0, 600))))

test('scratch', async () => {
  const h = house as any
  const customer = await house.customer('Henri Scratch')
  await house.customerWrites(customer, 'first words here')
  const card = await house.shown(house.owner, 'first words here')
  const pic = await house.customerWrites(customer, { kind: 'image', caption: 'cap of Henri' })
  const told = await house.shown(house.owner, 'cap of Henri')
  const shown = await eventually('photo shown', () =>
    (house.chatOf(house.owner) as any[]).find((m) => m.from.isBot && m.media?.kind === 'photo'),
  ).catch(async (e) => {
    console.log(await house.sql(`select kind, state, due_at, attempts, last_error, lease_until from attachment`))
    console.log(await house.sql(`select key, state, content, last_error, target_key, reply_to_key from staff_post order by id desc limit 6`))
    console.log(await house.sql(`select e.type, d.* from domain_event e left join event_delivery d on d.event_id = e.id order by e.id desc limit 6`).catch(String))
    console.log(house.app().lines().slice(-12).join('\n'))
    throw e
  }) as any
  expect(shown.replyTo).toBe(told.id)
  const path = `/staff/${house.owner.id}/chats/bot:${world.bot.username}`
  const post = (body: object) => control(h.sandbox, 'POST', `${path}/messages`, body as any)
  // Staff's photo below the file
  await post({ media: { kind: 'photo' }, caption: 'our photo', replyTo: shown.id })
  await post({ media: { kind: 'voice' }, replyTo: shown.id })
  await post({ media: { kind: 'location', latitude: 1, longitude: 2 }, replyTo: shown.id })
  await post({ media: { kind: 'contact', phone: '+33639980009', firstName: 'Zed' }, replyTo: shown.id })
  await post({ text: '// secret note here', replyTo: shown.id })
  await eventually('four received', () => house.received(customer).length >= 4, 6_000).catch(() => {})
  await house.quiet().catch((e) => console.log('NOTQUIET', String(e).slice(0,300)))
  console.log(JSON.stringify(house.received(customer), null, 1).slice(0, 3000))
  console.log(await house.sql(`select kind, state, origin, last_error, network_media_id from attachment`), await house.sql(`select kind, status, failure, body from message where direction='outbound'`), JSON.stringify(house.chatOf(house.owner).slice(-8).map((m: any) => m.text ?? m.media?.kind)))
  // reaction
  await control(h.sandbox, 'POST', `${path}/reactions`, { messageId: told.id, emoji: '👍' } as any)
  await house.quiet().catch((e) => console.log('NOTQUIET', String(e).slice(0,300)))
  console.log('THREAD', JSON.stringify(house.phoneOf(customer).thread.map((m: any) => ({ k: m.kind, t: m.text, r: m.reactions ?? m.reaction, from: m.from }))))
  // window shut
  await house.sql(`update conversation set last_inbound_at = now() - interval '3 days'`)
  await house.sql(`update message_template set status='PAUSED' where name <> (select name from message_template where components::text like '%{{1}}%' and components::text not like '%{{2}}%' order by name limit 1)`)
  console.log(await house.sql(`select name, status, components from message_template where status='APPROVED'`))
  await post({ text: 'answer after window', replyTo: shown.id })
  const refused = await house.shown(house.owner, 'Your answer is kept')
  console.log('REFUSED', refused.html, JSON.stringify(refused.buttons))
  console.log(await house.press(house.owner, refused, 'templates'))
  await eventually('list', () => house.chatOf(house.owner).find(({ id }) => id === refused.id)?.buttons?.flat().some((b) => b.callbackData?.startsWith('template:')))
  console.log(await house.press(house.owner, refused, 'template'))
  const ask = await house.shown(house.owner, 'what should stand for')
  console.log('ASK', ask.html)
  await house.staffWrites(house.owner, 'Henri', ask)
  const preview = await house.shown(house.owner, 'This is what the customer will read')
  console.log(await house.press(house.owner, preview, 'template-send'))
  await house.quiet().catch((e) => console.log('NOTQUIET', String(e).slice(0,300)))
  console.log('LAST', JSON.stringify(house.received(customer).slice(-1)), JSON.stringify(house.chatOf(house.owner).slice(-6).map((m: any) => ({ t: m.text, id: m.id, r: m.reactions }))))
  // edit
  const own = await house.sql(`select kind, status, body, failure from message where direction='outbound' order by id`)
  console.log(own)
}, 90_000)
