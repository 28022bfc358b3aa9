import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { DomainEvent } from '#core/events.ts'
import { createFakeDesk } from '../testing/fake-desk.ts'
import { makeMember, organizationId, roleFacts } from '../testing/make-lead.ts'
import { testWords } from '../testing/open-chat.ts'
import { createMenuSubscriber } from './keep-menus.ts'

const { id: memberId } = makeMember('02')

/** A member as core has him at the moment, and events of him. */
function open(member: Parameters<typeof roleFacts>[0] | 'gone' | 'nobody') {
  let menu: string | null = null
  const fake = createFakeDesk({
    readMenu: () =>
      member === 'nobody'
        ? null
        : {
            ...roleFacts(member === 'gone' ? 'agent' : member),
            telegramUserId: 702,
            language: 'fr',
            menu,
            isActive: member !== 'gone',
          },
  })
  const { perform } = fake.desk
  fake.desk.perform = async (actor, name, input) => {
    if (name === 'rememberMenu') menu = (input as { menu: string }).menu
    return perform(actor, name, input)
  }
  const tools = { desk: fake.desk, words: testWords, log: pino({ enabled: false }) }
  const { handle } = createMenuSubscriber({
    ...tools,
    files: { open: () => Promise.reject(new Error('no file')), link: () => '' },
    publicUrl: () => '',
    seen: { pass: () => false },
  })
  const hear = (type: 'member.joined' | 'member.role-changed' | 'member.removed') =>
    handle({ id: type, organizationId, type, data: { memberId }, occurredAt: new Date() } as DomainEvent)
  return { ...fake, hear }
}
const names = (menu: { command: string }[] | undefined) => menu?.map(({ command }) => command)

describe('the menu of a member whose role is another', () => {
  it('is given without a word of his, in his language, once', async () => {
    const { hear, menus } = open('admin')
    await hear('member.role-changed')
    expect(names(menus()[0])).toContain('channels')
    expect(menus()[0]?.[0]?.description).toBe(testWords.in('fr')('command-inbox'))
    await hear('member.role-changed')
    expect(menus(), 'the same again is no news').toHaveLength(1)
  })

  it('is that of his role from the moment he joins', async () => {
    const { hear, menus } = open('viewer')
    await hear('member.joined')
    expect(names(menus()[0])).not.toContain('status')
  })

  it('is a stranger’s when he has left', async () => {
    const { hear, menus } = open('gone')
    await hear('member.removed')
    expect(menus()).toEqual([[]])
  })

  it('is nobody’s where there is no such member', async () => {
    const { hear, menus } = open('nobody')
    await hear('member.joined')
    expect(menus()).toEqual([])
  })
})
