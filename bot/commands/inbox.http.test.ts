import { afterEach, describe, expect, it } from 'vitest'
import { shortId } from '#core/new-id.ts'
import { makeLead } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'

let chat: Awaited<ReturnType<typeof openChat>>
afterEach(() => chat.close())

const tagId = '01a2b3c4-0000-7000-8000-0000000000e1'
const short = shortId(tagId)

/** What the desk was asked for. */
async function open(role: 'agent' | 'viewer' = 'agent', total = 12) {
  const asked: Record<string, unknown>[] = []
  chat = await openChat(role, {
    listTags: () => [{ id: tagId, name: 'VIP <b>', key: 'vip b', uses: 4 }],
    listInbox: (input: never) => {
      asked.push(input)
      return { leads: total > 0 ? [makeLead({ tags: [{ id: tagId, name: 'VIP <b>' }] })] : [], total }
    },
  })
  return asked
}

describe('the inbox', () => {
  it('is narrowed to a tag by its name, and stays so on every tab and page', async () => {
    const asked = await open()
    await chat.write('/inbox #VIP-b')
    expect(asked).toEqual([{ whose: 'all', tagId, limit: 8, offset: 0 }])
    expect(chat.html()).toContain('🏷 VIP &lt;b&gt;')
    expect(chat.buttons()).toEqual(
      expect.arrayContaining([`inbox:mine:0:${short}`, `inbox:all:8:${short}`, 'inbox:all:0']),
    )
    await chat.press(`inbox:mine:8:${short}`, chat.last())
    expect(asked[1]).toEqual({ whose: 'mine', tagId, limit: 8, offset: 8 })
    await chat.press('inbox:all:0', chat.last())
    expect(asked[2], 'and is whole again').toEqual({ whose: 'all', limit: 8, offset: 0 })
  })

  it('offers the tags that there are', async () => {
    await open()
    await chat.write('/inbox')
    expect(chat.buttons()).toContain('inbox-tags:unclaimed')
    await chat.press('inbox-tags:unclaimed', chat.last())
    expect(chat.buttons()).toEqual([`inbox:unclaimed:0:${short}`, 'inbox:unclaimed:0'])
  })

  it('lists what was put off on a tab of its own', async () => {
    const asked = await open('agent', 0)
    await chat.press('inbox:snoozed:0')
    expect(asked).toEqual([{ snoozed: true, limit: 8, offset: 0 }])
    expect(chat.html()).toContain('Nothing is put off')
  })

  it('says that no lead has such a tag', async () => {
    const asked = await open()
    await chat.write('/leads nothing <b>')
    expect(asked).toEqual([])
    expect(chat.html()).toContain('No lead has the tag “nothing &lt;b&gt;”')
  })

  it.each([
    ['/inbox', 'agent', 'unclaimed'],
    ['/inbox', 'viewer', 'all'],
    ['/leads', 'agent', 'all'],
  ] as const)('%s of a %s begins with %s', async (text, role, whose) => {
    const asked = await open(role)
    await chat.write(text)
    expect(asked).toEqual([{ whose, limit: 8, offset: 0 }])
  })
})
