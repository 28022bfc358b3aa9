import { afterEach, describe, expect, it } from 'vitest'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import { leadId, messageId } from '../testing/make-lead.ts'
import { openStaffBot } from '../testing/open-staff-bot.ts'

let house: Awaited<ReturnType<typeof openStaffBot>>
afterEach(() => house.close())

const cardPost = () => ({ key: `card:${leadId}`, leadId, content: {}, messageId: null })
const messagePost = () => ({ ...cardPost(), key: `message:${messageId}`, messageId })
const ownAnswer = () => ({ key: '', leadId, content: {}, messageId: null })
const origin = { account: '4200', chat: '702', message: 50 }
const queueReply = () => ({ messageId, messageIds: [messageId] })
const callOffAlbum = () => undefined
const listPosts = ({ keyPrefix }: { keyPrefix: string }) =>
  house
    .posts()
    .filter(({ key }) => key.startsWith(keyPrefix))
    .map(({ chat, key, content }) => ({ id: '7', chatId: chat.id, key, content, waits: false }))
const refuse =
  (kind: 'conflict' | 'invalid', code: string, data: Record<string, string | number> = {}) =>
  () => {
    throw new DeskError(kind, code, data)
  }
const account = '01a2b3c4-0000-7000-8000-0000000000a1'
const elsewhere = '01a2b3c4-0000-7000-8000-0000000000a2'
const templateId = '01a2b3c4-0000-7000-8000-0000000000a3'

describe('files of a member', () => {
  const file = { file_id: 'F1', file_unique_id: 'u', file_size: 1_234 }
  it.each([
    [{ photo: [{ ...file, file_id: 'small' }, file] }, 'image', 'image/jpeg', 'image.jpg'],
    [{ video: { ...file, mime_type: 'video/mp4', file_name: 'tour.mp4' } }, 'video', 'video/mp4', 'tour.mp4'],
    [
      { animation: { ...file, mime_type: 'video/mp4' }, document: file },
      'animation',
      'video/mp4',
      'animation.mp4',
    ],
    [{ video_note: file }, 'video_note', 'video/mp4', 'video-note.mp4'],
    [{ voice: { ...file, mime_type: 'audio/ogg' } }, 'voice', 'audio/ogg', 'voice.ogg'],
    [{ audio: { ...file, mime_type: 'audio/mpeg', file_name: 'a.mp3' } }, 'audio', 'audio/mpeg', 'a.mp3'],
    [{ sticker: { ...file, is_animated: false, is_video: false } }, 'sticker', 'image/webp', 'sticker.webp'],
    [
      { document: { ...file, mime_type: 'application/pdf', file_name: 'o.pdf' } },
      'document',
      'application/pdf',
      'o.pdf',
    ],
    [{ document: file }, 'document', 'application/octet-stream', 'document.bin'],
  ])('go to the customer: %j as %s', async (part, kind, mime, fileName) => {
    house = await openStaffBot({ findPost: messagePost, queueReply })
    await house.below({ ...part, caption: 'See <this>' })
    expect(house.queued()).toEqual([
      {
        leadId,
        origin,
        replyTo: messageId,
        content: {
          kind: 'files',
          caption: 'See <this>',
          files: [
            { kind, mime, fileName, size: 1_234, source: { network: 'telegram_staff', mediaId: 'F1' } },
          ],
        },
      },
    ])
    expect(house.done()).toContainEqual(
      expect.objectContaining({ name: 'markSeen', input: { leadId, typing: true } }),
    )
  })

  it('of an album are named as its parts, each once', async () => {
    house = await openStaffBot({ findPost: cardPost, queueReply, listPosts })
    for (const id of [50, 51, 52]) await house.below({ message_id: id, photo: [file], media_group_id: 'g' })
    expect(house.queued().map((answer) => (answer.origin as typeof origin).message)).toEqual([50, 51, 52])
    expect(house.queued().map(({ album }) => album)).toEqual(['g', 'g', 'g'])
    await house.below({ message_id: 53, photo: [file] })
    expect(house.queued().at(-1)).not.toHaveProperty('album')
  })

  it('of an album keep their captions', async () => {
    house = await openStaffBot({ findPost: cardPost, queueReply, listPosts })
    await house.below({ message_id: 50, photo: [file], media_group_id: 'g', caption: 'the first' })
    await house.below({ message_id: 51, photo: [file], media_group_id: 'g' })
    await house.below({ message_id: 52, photo: [file], media_group_id: 'g', caption: 'the third' })
    const captions = house.queued().map(({ content }) => (content as { caption?: string }).caption)
    expect(captions).toEqual(['the first', undefined, 'the third'])
  })

  it('of an album that are refused are refused once, and not once for each', async () => {
    const refused = refuse('invalid', 'file-not-carried', { network: 'instagram', mime: 'image/webp' })
    house = await openStaffBot({ findPost: cardPost, queueReply: refused, listPosts, callOffAlbum })
    for (const id of [50, 51, 52]) await house.below({ message_id: id, photo: [file], media_group_id: 'g' })
    expect(house.html()).toEqual([expect.stringContaining('takes no files of this type')])
    house.answers.queueReply = refuse('invalid', 'file-too-large', { size: 9, limit: 5 })
    await house.below({ message_id: 53, photo: [file], media_group_id: 'g' })
    expect(house.html()).toHaveLength(2)
    await house.below({ message_id: 54, photo: [file], media_group_id: 'other', caption: '// for us' })
    await house.below({ message_id: 55, photo: [file], media_group_id: 'other', caption: '// for us' })
    expect(house.html()).toHaveLength(3)
  })

  it.each([0, 1, 2])(
    'of an album are for the team together, whichever part says so (number %i); nobody gets the others',
    async (worded) => {
      house = await openStaffBot({
        findPost: cardPost,
        queueReply,
        callOffAlbum,
        listPosts,
      })
      for (const index of [0, 1, 2]) {
        const caption = index === worded ? { caption: '// for us' } : {}
        await house.below({ message_id: 50 + index, document: file, media_group_id: 'g', ...caption })
      }
      await house.below({ message_id: 60, document: file, media_group_id: 'other' })
      expect(house.queued().map(({ album }) => album)).toEqual([
        ...Array.from({ length: worded }, () => 'g'),
        'other',
      ])
      expect(house.done()).toContainEqual({
        name: 'callOffAlbum',
        actor: expect.anything(),
        input: { leadId, origin: { account: '4200', chat: '702' }, album: 'g' },
      })
      expect(house.html()).toEqual([expect.stringContaining('notes cannot hold files')])
    },
  )

  it('of an album that could go in another way are kept together, and go by one press, in order', async () => {
    const ways = `channel:${elsewhere}:instagram`
    house = await openStaffBot({
      findPost: cardPost,
      queueReply: refuse('conflict', 'reply-window-closed', { hours: 24, network: 'messenger', ways }),
      listPosts,
      rewritePosts: ({ posts }: { posts: { id: string; content: object }[] }) => {
        Object.assign(house.posts()[0] ?? {}, { content: posts[0]?.content })
      },
    })
    for (const id of [50, 51, 52, 52]) {
      const photo = [{ ...file, file_id: `F${id}` }]
      await house.below({
        message_id: id,
        photo,
        media_group_id: 'g',
        ...(id === 51 ? {} : { caption: `c${id}` }),
      })
    }
    expect(house.posts()).toHaveLength(1)
    const [post] = house.posts()
    house.answers.findPost = () => ({
      key: post?.key ?? '',
      leadId,
      content: post?.content ?? {},
      messageId: null,
    })
    house.answers.queueReply = queueReply
    await house.press(`elsewhere:${shortId(elsewhere)}`)
    const content = house.queued().at(-1)?.content as {
      caption: string
      files: { source: { mediaId: string } }[]
    }
    expect(content.files.map(({ source }) => source.mediaId)).toEqual(['F50', 'F51', 'F52'])
    expect(content.caption).toBe('c50\nc52')
  })

  it('that are too large for us are refused at once, before anybody believes them sent', async () => {
    house = await openStaffBot({ findPost: cardPost, queueReply })
    await house.below({ video: { ...file, file_size: 25 * 1024 * 1024 } })
    expect(house.queued()).toEqual([])
    expect(house.html()[0]).toMatch(/25.* MB and may have .*20/)
  })

  it('below nothing go to nobody; with “//” they stay with the team', async () => {
    house = await openStaffBot({ queueReply })
    await house.alone({ photo: [file] })
    house.answers.findPost = cardPost
    await house.below({ photo: [file], caption: '// for us only' })
    expect(house.queued()).toEqual([])
    expect(house.html()[0]).toContain('This went to nobody')
    expect(house.html()[1]).toContain('Nothing was sent')
  })

  it('that no network has are refused kindly; what Telegram says of itself is nothing', async () => {
    house = await openStaffBot({ findPost: cardPost, queueReply })
    await house.below({ poll: {} })
    await house.below({ message_id: 51, pinned_message: {} })
    expect(house.html()).toEqual([expect.stringContaining('Polls')])
  })
})

describe('places and entries of the address book', () => {
  const ways = (can: string[]) => () => ({ conversations: [{ can: [] }, { can }], openings: [] })
  const venue = { title: 'Café', address: 'Main St 1', location: { latitude: 1.5, longitude: 2.5 } }
  const place = { location: venue.location, venue }

  it('go as a place where the network has them, else as words with a map', async () => {
    house = await openStaffBot({
      findPost: cardPost,
      queueReply,
      findWaysToAnswer: ways(['text', 'location']),
    })
    await house.below(place)
    house.answers.findWaysToAnswer = ways(['text'])
    await house.below({ ...place, message_id: 51 })
    const [first, second] = house.queued()
    expect(first?.content).toEqual({
      kind: 'location',
      latitude: 1.5,
      longitude: 2.5,
      name: 'Café',
      address: 'Main St 1',
    })
    expect(second?.body).toBe('📍\nCafé\nMain St 1\nhttps://www.google.com/maps?q=1.5,2.5')
  })

  it('an entry goes as words, with its number as telephones want it', async () => {
    house = await openStaffBot({ findPost: cardPost, queueReply })
    await house.below({ contact: { phone_number: '4915112345678', first_name: 'Ali', last_name: 'B' } })
    expect(house.queued()[0]?.body).toBe('👤 Ali B\n+4915112345678')
  })
})

describe('notes among answers', () => {
  it.each([
    ['// call <back>', 'call <back>'],
    ['//call back', 'call back'],
    ['/note call back', 'call back'],
    ['/note@desk_bot call\nback', 'call\nback'],
  ])('%s is kept and never sent', async (text, body) => {
    house = await openStaffBot({ findPost: messagePost, queueReply, addNote: () => ({ noteId: messageId }) })
    const length = /^\/note\S*/.exec(text)?.[0].length
    await house.below({ text, ...(length ? { entities: [{ type: 'bot_command', offset: 0, length }] } : {}) })
    expect(house.queued()).toEqual([])
    expect(house.done()[0]).toMatchObject({ name: 'addNote', input: { leadId, body } })
  })

  it('below nothing, or empty, are not kept, which is said', async () => {
    house = await openStaffBot({ addNote: () => ({ noteId: messageId }) })
    await house.alone({ text: '// VIP' })
    house.answers.findPost = cardPost
    await house.below({ text: '//' })
    expect(house.done()).toEqual([])
    expect(house.html()[0]).toContain('belongs to no lead')
    expect(house.html()[1]).toContain('no text in this')
  })

  it('/notes is no note, and no answer either', async () => {
    house = await openStaffBot({ findPost: cardPost })
    await house.below({ text: '/notes about him' })
    expect(house.done()).toEqual([])
    expect(house.html()[0]).toContain('no such command')
  })
})

describe('changes of what a member sent', () => {
  it.each([{ text: 'at nine' }, { caption: 'at nine', photo: [] }])(
    'reach the customer: %j',
    async (part) => {
      house = await openStaffBot({ findPost: ownAnswer, queueReply })
      await house.edit(part)
      expect(house.queued()).toEqual([{ leadId, origin, content: { kind: 'edit', body: 'at nine' } }])
      expect(house.posts()).toEqual([])
    },
  )

  it('are explained once where the network cannot change anything', async () => {
    house = await openStaffBot({ findPost: ownAnswer, queueReply: refuse('invalid', 'kind-not-carried') })
    await house.edit({ text: 'changed' })
    await house.edit({ text: 'changed again' })
    expect(house.posts().map(({ key }) => key)).toEqual(['edited:50'])
    expect(house.html()[0]).toContain('cannot change what was sent')
  })

  it('do not send what became a note, and do not touch other messages', async () => {
    house = await openStaffBot({ findPost: ownAnswer, queueReply })
    await house.edit({ text: '// not for him' })
    expect(house.html()[0]).toContain('The customer keeps the first text')
    house.answers.findPost = cardPost
    await house.edit({ text: 'x' })
    house.answers.findPost = () => null
    await house.edit({ text: 'x' })
    expect(house.queued()).toEqual([])
  })
})

describe('reactions of a member', () => {
  const heart = { type: 'emoji', emoji: '❤' }

  it('to a customer’s message reach the customer, and so does taking them back', async () => {
    house = await openStaffBot({ findPost: messagePost, queueReply })
    await house.react([{ type: 'custom_emoji', custom_emoji_id: '5' }, heart])
    await house.react([])
    await house.react([{ type: 'custom_emoji', custom_emoji_id: '5' }])
    expect(house.queued()).toEqual([
      {
        leadId,
        origin: { ...origin, message: 40 },
        content: { kind: 'reaction', target: messageId, emoji: '❤' },
      },
      {
        leadId,
        origin: { ...origin, message: 40 },
        content: { kind: 'reaction', target: messageId, emoji: null },
      },
    ])
  })

  it('to a card, an own answer or nothing of ours are between the member and us', async () => {
    house = await openStaffBot({ queueReply })
    for (const findPost of [cardPost, ownAnswer, () => null]) {
      house.answers.findPost = findPost
      await house.react([heart])
    }
    expect([house.queued(), house.posts()]).toEqual([[], []])
  })

  it('that the network cannot show are explained once', async () => {
    house = await openStaffBot({ findPost: messagePost, queueReply: refuse('invalid', 'kind-not-carried') })
    await house.react([heart])
    await house.react([heart])
    await house.react([])
    expect(house.html()).toEqual([expect.stringContaining('no reactions')])
    expect(house.posts()[0]?.content.replyTo).toBe(40)
  })
})

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

describe('a file that is too large for Telegram', () => {
  it('is opened by a link that is made when it is wanted, after the desk has looked', async () => {
    house = await openStaffBot({ findAttachment: () => ({ leadId, state: 'stored' }) })
    await house.press(`file:${shortId(messageId)}`)
    expect(JSON.stringify(house.posts()[0]?.content.buttons)).toContain(
      'https://desk.example.com/media/token',
    )
    house.answers.findAttachment = refuse('conflict', 'attachment-not-found')
    await house.press(`file:${shortId(leadId)}`)
    expect(house.posts()).toHaveLength(1)
  })
})

describe('being seen', () => {
  it('is told once in a while for each lead, and not for viewers', async () => {
    house = await openStaffBot({ findPost: cardPost, queueReply })
    for (const id of [50, 51]) await house.below({ text: 'hi', message_id: id })
    await house.press(`open:${shortId(leadId)}`)
    const seen = () => house.done().filter(({ name }) => name === 'markSeen')
    expect(seen()).toEqual([expect.objectContaining({ input: { leadId, typing: false } })])
  })

  it('never stands in the way of an answer', async () => {
    house = await openStaffBot({
      findPost: cardPost,
      queueReply,
      markSeen: refuse('invalid', 'lead-not-found'),
    })
    await house.below({ text: 'hi' })
    expect(house.queued()).toHaveLength(1)
  })
})

describe('where a member’s file is fetched', () => {
  it('is asked for each time, at the API’s own root, and never told to anybody else', async () => {
    house = await openStaffBot()
    const file = { kind: 'image' as const, mediaId: 'F1', mime: 'image/jpeg', fileName: 'x.jpg' }
    expect(await house.bot.mediaFetcher.fetchMedia(file)).toEqual({
      outcome: 'found',
      value: {
        url: `${house.telegram.apiRoot}/file/bot4200:${'x'.repeat(35)}/photos/a%20b.jpg`,
        tokenOrigins: [],
        trustedOrigins: [house.telegram.apiRoot],
        mime: 'image/jpeg',
        fileName: 'x.jpg',
        size: 9,
      },
    })
    expect(house.telegram.of('getFile')[0]).toEqual({ file_id: 'F1' })
  })

  it.each([
    [400, 'Bad Request: file is too big', { outcome: 'gone', failure: { code: 'too-large' } }],
    [400, 'Bad Request: wrong file_id', { outcome: 'gone' }],
    [401, 'Unauthorized', { outcome: 'later' }],
    [500, 'Internal Server Error', { outcome: 'later' }],
  ])('of %i %s makes the right end', async (code, description, ended) => {
    house = await openStaffBot()
    house.telegram.on('getFile', () => ({ status: code, body: { ok: false, error_code: code, description } }))
    const asked = await house.bot.mediaFetcher.fetchMedia({ kind: 'image', mediaId: 'F1' })
    expect(asked).toMatchObject(ended)
  })

  it('waits as long as Telegram asks for, and names no token when Telegram is away', async () => {
    house = await openStaffBot()
    const body = { ok: false, error_code: 429, description: 'Too Many', parameters: { retry_after: 7 } }
    house.telegram.on('getFile', () => ({ status: 429, body }))
    const file = { kind: 'image' as const, mediaId: 'F1' }
    expect(await house.bot.mediaFetcher.fetchMedia(file)).toMatchObject({ outcome: 'later', afterMs: 7_000 })
    house.telegram.on('getFile', () => ({ status: 502, body: '<html>' }))
    const asked = await house.bot.mediaFetcher.fetchMedia(file)
    expect(asked.outcome).toBe('later')
    expect(JSON.stringify(asked)).not.toContain('xxx')
  })
})

describe('choices', () => {
  const contact = (language: string | null) => () => ({ language })
  it('in brackets become something to choose from, in the customer’s language', async () => {
    house = await openStaffBot({ findPost: messagePost, queueReply, readContact: contact('fr') })
    await house.below({ text: 'Ten o’clock?\n[Yes] [No]' })
    const content = { kind: 'choices', body: 'Ten o’clock?', options: ['Yes', 'No'], button: 'Choisir' }
    expect(house.queued()).toEqual([{ leadId, origin, replyTo: messageId, content }])
  })

  it('without a question are refused, and behind a backslash are words', async () => {
    house = await openStaffBot({ findPost: cardPost, queueReply, readContact: contact(null) })
    await house.below({ text: '[Yes] [No]' })
    expect(house.queued()).toEqual([])
    expect(house.html()[0]).toContain('need a question')
    await house.below({ text: '\\[Yes] [No]' })
    expect(house.queued()).toEqual([{ leadId, origin, body: '[Yes] [No]' }])
  })

  it('that cannot go now are kept and told as they were written', async () => {
    const ways = `channel:${elsewhere}:instagram`
    const queue = refuse('conflict', 'reply-window-closed', { hours: 24, network: 'whatsapp', ways })
    house = await openStaffBot({ findPost: cardPost, queueReply: queue, readContact: contact(null) })
    await house.below({ text: 'Ten?\n[Yes] [No]' })
    expect(house.html()[0]).toContain('Ten?\n[Yes]\n[No]')
  })

  it('are no part of what a changed answer says', async () => {
    house = await openStaffBot({ findPost: ownAnswer, queueReply })
    await house.edit({ text: 'Eleven?\n[Yes] [No]' })
    expect(house.queued()[0]?.content).toEqual({ kind: 'edit', body: 'Eleven?' })
  })
})

describe('the question for the number', () => {
  it('goes to the customer in his language, known by the card that it was asked from', async () => {
    const readContact = () => ({ language: 'ar' })
    house = await openStaffBot({ findPost: cardPost, queueReply, readContact })
    await house.press(`ask-number:${shortId(leadId)}`)
    expect(house.queued()).toEqual([
      {
        leadId,
        origin: { ...origin, message: 40 },
        content: { kind: 'contact-request', body: expect.stringContaining('رقم هاتفك') },
      },
    ])
    expect(house.toasts().at(-1)).toContain('on its way')
  })
})
