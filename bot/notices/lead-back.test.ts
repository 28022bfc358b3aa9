import { expect, it } from 'vitest'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { leadId, makeLead, makeMember } from '../testing/make-lead.ts'
import { openListener } from '../testing/open-listener.ts'

const boss = makeMember('01', { role: 'owner' })
const amina = makeMember('02')
const ben = makeMember('03', { language: 'fr' })

function open(owner: { id: string; name: string } | null, team = [boss, amina, ben]) {
  const fake = createFakeDesk({
    findLead: () => makeLead({ owner }),
    listMembers: () => team,
    listNewestPosts: () => [],
  })
  const { tell } = openListener(fake)
  const back = () => tell('lead.snooze-ended', { leadId, byId: ben.id })
  return { ...fake, back, shown: () => fake.posts().map(({ chat, key }) => `${chat.id} ${key}`) }
}

it('a lead that comes back is told to whom it belongs, whoever had put it off', async () => {
  const { back, shown, posts } = open({ id: amina.id, name: amina.name })
  await back()
  expect(shown()).toEqual([`702 card:${leadId}`, '702 back:e1'])
  expect(posts().at(-1)?.content.html).toContain('is back in the inbox')
})

it('one that nobody has is told to whom had put it off, in his language; nobody is told who cannot be', async () => {
  const { back, shown, posts } = open(null)
  await back()
  expect(shown()).toEqual([`703 card:${leadId}`, '703 back:e1'])
  expect(posts().at(-1)?.content.html).toContain('de retour')
  const alone = open(null, [boss, amina, { ...ben, unreachable: true }])
  await alone.back()
  expect(alone.shown()).toEqual([])
})
