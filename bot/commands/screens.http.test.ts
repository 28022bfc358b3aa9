import { afterEach, describe, expect, it } from 'vitest'
import { openChat } from '../testing/open-chat.ts'

let chat: Awaited<ReturnType<typeof openChat>>
afterEach(() => chat.close())

const span = { opened: 3, answered: 2, firstAnswerSeconds: 250, converted: 1, lost: 0 }
const organization = { name: 'Atlas <b>', language: 'fr', timeZone: 'Africa/Casablanca', currency: null }
const open = async (role: 'owner' | 'agent' | 'viewer') => {
  chat = await openChat(role, {
    readStats: () => ({ today: { ...span, firstAnswerSeconds: null }, week: span, waiting: 1 }),
    readOwnHours: () => ({ timeZone: 'Europe/Paris', quiet: { from: '22:00', until: '07:00' }, digests: [] }),
    readOrganization: () => organization,
    changeOrganization: () => undefined,
  })
}

describe('/stats', () => {
  it('says how many wait, and what today and the week brought; an unknown time is left out', async () => {
    await open('viewer')
    await chat.write('/stats')
    const html = chat.html()
    expect(html).toContain('One lead waits for an answer')
    expect(html.match(/First answer after/g)).toHaveLength(1)
    expect(html).toContain('First answer after: 4 minutes')
    expect(html).toContain('Converted: 1 · lost: 0')
  })
})

describe('/settings', () => {
  it('shows a member his own and no organization', async () => {
    await open('agent')
    await chat.write('/settings')
    expect(chat.html()).toContain('Time zone: Europe/Paris')
    expect(chat.html()).not.toContain('Atlas')
    expect(chat.buttons()).toEqual(['languages', 'hours', 'notices'])
    await chat.press('organization:name')
    expect(chat.toast()).toContain('does not allow this')
    await chat.press('organization:speak:fr')
    expect(chat.done()).toEqual([])
  })

  it('lets owners change the organization, by words and by buttons', async () => {
    await open('owner')
    await chat.write('/settings')
    expect(chat.html()).toContain('Atlas &lt;b&gt;')
    const screen = chat.last()
    for (const [part, written, change] of [
      ['name', ' Atlas Club ', { name: 'Atlas Club' }],
      ['zone', 'europe/paris', { timeZone: 'europe/paris' }],
      ['currency', 'mad', { currency: 'mad' }],
    ] as const) {
      await chat.press(`organization:${part}`, screen)
      await chat.answer(chat.last(), written)
      expect(chat.done().at(-1)).toMatchObject({ name: 'changeOrganization', input: change })
      expect(chat.html()).toContain('Changed for everybody')
    }
    await chat.press('organization:language', screen)
    expect(chat.buttons()).toContain('organization:speak:ar')
    await chat.press('organization:speak:ar', screen)
    expect(chat.done().at(-1)?.input).toEqual({ language: 'ar' })
    const before = chat.done().length
    for (const forged of ['organization', 'organization:owner', 'organization:speak:xx']) {
      await chat.press(forged, screen)
      expect(chat.toast(), forged).toContain('too old')
    }
    expect(chat.done()).toHaveLength(before)
  })
})

describe('/privacy', () => {
  it('says what is kept and how it is erased, and to who leads what to do when asked', async () => {
    await open('agent')
    await chat.write('/privacy')
    expect(chat.html()).toContain('About customers')
    expect(chat.html()).not.toContain('For owners')
    await chat.close()
    await open('owner')
    await chat.write('/privacy')
    expect(chat.html()).toContain('For owners')
  })
})
