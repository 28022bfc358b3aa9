import { afterEach, describe, expect, it } from 'vitest'
import { shortId } from '#core/new-id.ts'
import {
  account,
  cardPost,
  elsewhere,
  messagePost,
  origin,
  queueReply,
  refuse,
  templateId,
} from '../testing/answered.ts'
import { leadId, messageId } from '../testing/make-lead.ts'
import { openStaffBot } from '../testing/open-staff-bot.ts'

let house: Awaited<ReturnType<typeof openStaffBot>>
afterEach(() => house.close())

describe('an answer that cannot go as it is', () => {
  const ways = `template,human-agent,channel:${elsewhere}:instagram,template:${account}:whatsapp,future:x`
  const windowShut = refuse('conflict', 'reply-window-closed', { hours: 24, network: 'messenger', ways })
  const findWaysToAnswer = () => ({
    conversations: [
      {
        conversationId: elsewhere,
        channelAccountId: elsewhere,
        network: 'instagram',
        hasTemplates: false,
        can: ['text'],
      },
      {
        conversationId: leadId,
        channelAccountId: account,
        network: 'messenger',
        hasTemplates: true,
        can: ['text', 'template'],
      },
    ],
    openings: [],
  })
  /** As core would find the refusal again, by its number. */
  const refusal = () => {
    const post = house.posts().find(({ key }) => key.startsWith('refused:'))
    return { key: post?.key ?? '', leadId, content: post?.content ?? {}, messageId: null }
  }
  const openRefused = async () => {
    house = await openStaffBot({ findPost: messagePost, queueReply: windowShut, findWaysToAnswer })
    await house.below({ text: 'On <my> way' })
    house.answers.findPost = refusal
  }
  const written = { leadId, body: 'On <my> way', origin, replyTo: messageId }

  it('says why, keeps the words, and offers every way that works', async () => {
    await openRefused()
    const { content } = refusal()
    expect(content).toMatchObject({ replyTo: 50, draft: written })
    expect(content.html).toMatch(/allowed only within .*24[\s\S]*is kept[\s\S]*On &lt;my&gt; way/)
    const data = (content.buttons as { data: string }[][]).flat().map((button) => button.data)
    expect(data).toEqual([
      `templates:${shortId(account)}:0`,
      'human:ask',
      `elsewhere:${shortId(elsewhere)}`,
      `templates:${shortId(account)}:0`,
    ])
    expect(JSON.stringify(content.buttons)).toMatch(/Send it on .Instagram/)
  })

  it('has words of its own for who blocked the business and for who wants no advertising', async () => {
    const data = { network: 'messenger', ways: `channel:${elsewhere}:instagram` }
    house = await openStaffBot({ findPost: cardPost, queueReply: refuse('conflict', 'person-blocked', data) })
    await house.below({ text: 'hi' })
    house.answers.queueReply = refuse('conflict', 'opted-out', { ways: '' })
    await house.below({ text: 'hi', message_id: 51 })
    expect(house.html()[0]).toMatch(/has blocked the business on .*Messenger/)
    expect(house.html()[1]).toContain('wants no advertising')
  })

  it('goes as a person’s own answer only after it is said what that means, with the same words', async () => {
    await openRefused()
    await house.press('human:ask')
    expect(house.html().at(-1)).toMatch(/seven days[\s\S]*Advertising and automatic texts are forbidden/)
    expect(house.queued()).toHaveLength(1)
    house.answers.queueReply = queueReply
    await house.press('human:send')
    expect(house.queued()[1]).toEqual({ ...written, humanAgent: true })
    expect(house.posts().at(-1)).toMatchObject({ targetKey: refusal().key, content: { method: 'edit' } })
    expect(house.html().at(-1)).toMatch(/On its way[\s\S]*On &lt;my&gt; way/)
    expect(house.posts().at(-1)?.content.buttons).toBeUndefined()
  })

  it('goes in the other conversation; refused there too, it offers what is left', async () => {
    await openRefused()
    await house.press(`elsewhere:${shortId(elsewhere)}`)
    expect(house.posts().at(-1)).toMatchObject({ targetKey: refusal().key })
    house.answers.queueReply = queueReply
    await house.press(`elsewhere:${shortId(elsewhere)}`)
    expect(house.queued().at(-1)).toEqual({ ...written, conversationId: elsewhere })
  })

  it('comes back with its ways', async () => {
    await openRefused()
    await house.press('refused')
    expect(house.posts().at(-1)?.content).toEqual({
      method: 'edit',
      html: refusal().content.html,
      buttons: refusal().content.buttons,
    })
  })

  it('cannot be sent from anything but its own refusal', async () => {
    house = await openStaffBot({ findPost: cardPost, queueReply })
    for (const data of [
      'human:send',
      'human:fly',
      `elsewhere:${shortId(elsewhere)}`,
      'template-send',
      'refused',
    ])
      await house.press(data)
    house.answers.findPost = () => null
    await house.press('human:send')
    expect([house.queued(), house.posts()]).toEqual([[], []])
    expect(house.toasts()).toHaveLength(6)
  })
})

describe('a template', () => {
  const template = {
    id: templateId,
    channelAccountId: account,
    name: 'welcome_back',
    language: 'en',
    category: 'UTILITY',
    status: 'APPROVED',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
      { type: 'BODY', text: 'Hello {{1}}, your {{2}} is <ready>.' },
    ],
  }
  const listTemplates = () => [template]
  const last = (prefix: string) => {
    const post = house.posts().findLast(({ key }) => key.startsWith(prefix))
    return { key: post?.key ?? '', leadId, content: post?.content ?? {}, messageId: null }
  }

  it('is chosen from a list that has pages, in place of the refusal', async () => {
    const many = Array.from({ length: 17 }, (_, index) => ({ ...template, name: `t${index}` }))
    house = await openStaffBot({
      findPost: () => ({ ...cardPost(), key: 'refused:1', content: { method: 'send', html: 'x' } }),
      listTemplates: () => many,
    })
    await house.press(`templates:${shortId(account)}:1`)
    const [post] = house.posts()
    expect(post).toMatchObject({ targetKey: 'refused:1', content: { method: 'edit' } })
    const buttons = [...((post?.content.buttons ?? []) as { text: string; data: string }[][])].flat()
    expect(buttons[0]?.text).toBe('t8 (en)')
    expect(buttons.slice(-3).map(({ data }) => data)).toEqual([
      `templates:${shortId(account)}:0`,
      `templates:${shortId(account)}:2`,
      'refused',
    ])
    for (const page of ['-1', 'x', '9999']) await house.press(`templates:${shortId(account)}:${page}`)
    expect(house.posts()).toHaveLength(1)
  })

  it('asks for one thing after another, shows the whole, and is sent once by a press', async () => {
    house = await openStaffBot({
      findPost: () => ({ ...cardPost(), key: 'refused:1', content: { method: 'send', html: 'x' } }),
      listTemplates,
      queueReply,
    })
    await house.press(`template:${shortId(templateId)}`)
    await house.press(`template:${shortId(templateId)}`)
    expect(house.posts()).toHaveLength(1)
    expect(house.posts()[0]).toMatchObject({ leadId, content: { purpose: 'template', ask: 'Your answer' } })
    expect(house.html()[0]).toContain('Order {{header.1}}\n\nHello {{1}}, your {{2}} is &lt;ready&gt;.')

    for (const text of ['#77', 'Ali\n', 'so<fa']) {
      house.answers.findPost = () => last('template-ask:')
      await house.below({ text })
    }
    const preview = house.posts().at(-1)
    expect(preview?.content.html).toMatch(/Order #77\n\nHello Ali, your so&lt;fa is &lt;ready&gt;/)
    expect(JSON.stringify(preview?.content.buttons)).toMatch(/template-send.*template-cancel/)
    expect(house.queued()).toEqual([])

    house.answers.findPost = () => last('template:')
    await house.press('template-send', 77)
    expect(house.queued()).toEqual([
      {
        leadId,
        origin: { ...origin, message: 77 },
        content: { kind: 'template', templateId, variables: { 'header.1': '#77', '1': 'Ali', '2': 'so<fa' } },
      },
    ])
    expect(house.html().at(-1)).toContain('The template is on its way')
  })

  it('with a picture on top asks for it, and takes one that was sent as a file', async () => {
    const components = [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Hi' },
    ]
    house = await openStaffBot({
      findPost: () => ({ ...cardPost(), content: { method: 'send', html: 'x' } }),
      listTemplates: () => [{ ...template, components }],
      queueReply,
    })
    await house.press(`template:${shortId(templateId)}`)
    house.answers.findPost = () => last('template-ask:')
    await house.below({ text: 'no picture' })
    expect(house.html().at(-1)).toContain('exactly the kind of file')
    await house.below({
      document: { file_id: 'P', file_unique_id: 'u', file_size: 9, mime_type: 'image/png' },
    })
    house.answers.findPost = () => last('template:')
    await house.press('template-send', 77)
    expect(house.queued()[0]?.content).toMatchObject({
      kind: 'template',
      file: { kind: 'image', mime: 'image/png', source: { mediaId: 'P' } },
    })
  })

  it('that is cancelled, or approved no more, is not sent', async () => {
    house = await openStaffBot({
      findPost: () => ({
        ...cardPost(),
        key: 'template:1',
        content: { method: 'send', html: 'x', template: { templateId, variables: {} } },
      }),
      listTemplates: () => [],
      queueReply,
    })
    await house.press('template-send')
    await house.press('template-cancel')
    expect(house.queued()).toEqual([])
    expect(house.toasts()[0]).toContain('This template is not here any more')
    expect(house.html().at(-1)).toContain('Nothing was sent')
  })
})
