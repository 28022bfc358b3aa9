import { afterEach, describe, expect, it } from 'vitest'
import { shortId } from '#core/new-id.ts'
import {
  callOffAlbum,
  cardPost,
  elsewhere,
  listPostsOf,
  messagePost,
  origin,
  queueReply,
  refuse,
} from '../testing/answered.ts'
import { leadId, messageId } from '../testing/make-lead.ts'
import { openStaffBot } from '../testing/open-staff-bot.ts'

let house: Awaited<ReturnType<typeof openStaffBot>>
afterEach(() => house.close())

const listPosts = listPostsOf(() => house)

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
