import { afterEach, describe, expect, it } from 'vitest'
import type { ContactImport } from '#core/imports/contact-import.ts'
import { newId, shortId } from '#core/new-id.ts'
import type { NewPost } from '#core/posts/post.ts'
import { openChat } from '../testing/open-chat.ts'

const importId = newId()
const short = shortId(importId)
/** What a button of the post of the list carries. */
const say = (choice: string) => `stand:import:${short}:${choice}`
const list = (more: Partial<ContactImport> = {}): ContactImport => ({
  id: importId,
  byId: newId(),
  state: 'mapping',
  fileName: '<b>people</b>.csv',
  format: { encoding: 'utf-8', delimiter: ';', hasHeader: true },
  columns: [
    { heading: 'Name', samples: ['<i>Rosa</i>', '\u202egnaw'] },
    { heading: 'Phone', samples: ['06 39'] },
    ...Array.from({ length: 8 }, (_, index) => ({ heading: `Column ${index}`, samples: [] })),
  ],
  mapping: { targets: ['name', 'phone', ...Array(8).fill('keep')], dateOrder: 'dmy', country: null },
  found: null,
  done: null,
  undone: null,
  faults: [],
  failure: null,
  report: null,
  createdAt: new Date(),
  undoUntil: null,
  ...more,
})
const listPost: NewPost = {
  chat: { id: '702', kind: 'private' },
  key: `list:${importId}`,
  urgency: 1,
  content: {},
}
const document = {
  file_id: 'F1',
  file_unique_id: 'u',
  file_name: 'people.csv',
  mime_type: 'text/csv',
  file_size: 900,
}

let chat: Awaited<ReturnType<typeof openChat>>
let state: ContactImport
afterEach(() => chat.close())
async function open(role: Parameters<typeof openChat>[0] = 'owner') {
  state = list()
  chat = await openChat(role, {
    beginImport: () => ({ importId }),
    readImport: () => state,
    changeMapping: () => state,
    rereadList: () => undefined,
    checkImport: () => undefined,
    startImport: () => undefined,
    cancelImport: () => undefined,
    undoImport: () => undefined,
  })
}

describe('a list of people', () => {
  it.each(['below the question', 'below nothing'])(
    'is asked for by /import, and begun when it comes %s',
    async (where) => {
      await open()
      await chat.write('/import')
      const question = chat.last()
      await chat.answer(question, 'where?')
      expect(chat.html()).toContain('Please send a file')
      await chat.send({ document }, where === 'below nothing' ? undefined : question)
      expect(chat.done()).toMatchObject([
        {
          name: 'beginImport',
          input: {
            fileName: 'people.csv',
            source: { network: 'telegram_staff', mediaId: 'F1' },
            language: 'en',
          },
        },
      ])
      expect(chat.posts().map(({ key }) => key)).toContain(`list:${importId}`)
      expect(question?.content.buttons).toHaveLength(1)
      expect(chat.last()).toMatchObject({ targetKey: question?.key, content: { buttons: [] } })
    },
  )

  it('that is too large is asked for again', async () => {
    await open()
    await chat.write('/import')
    await chat.send({ document: { ...document, file_size: 30_000_000 } })
    const told = chat.posts().map(({ content }) => String(content.html))
    expect(told).toContainEqual(expect.stringMatching(/larger than .{1,4} MB[\s\S]*Send a list of people/))
    await chat.send({ document })
    expect(chat.done()).toHaveLength(1)
  })

  it('sent without a word is offered, and begun by the press', async () => {
    await open()
    await chat.send({ document })
    expect(chat.done()).toEqual([])
    expect(chat.html()).toContain('people.csv looks like a list')
    const offer = chat.last()
    await chat.press('list-begin', offer)
    await chat.press('list-begin', offer)
    const begun = chat.done().map(({ input }) => (input as { origin: object }).origin)
    expect(begun).toHaveLength(2)
    expect(begun[0]).toEqual(begun[1])
    expect(chat.posts().filter(({ key }) => key === `list:${importId}`)).toHaveLength(1)
    expect(
      chat
        .posts()
        .map(({ content }) => String(content.html))
        .join(),
    ).not.toContain('Ended first')
  })

  it('is not taken where another file is meant, from whom may not, or larger than Telegram gives', async () => {
    await open()
    await chat.send({ document: { ...document, file_name: 'a.pdf', mime_type: 'application/pdf' } })
    expect(chat.html()).not.toContain('looks like a list')
    await chat.send({ document: { ...document, file_size: 30_000_000 } })
    expect(chat.html()).toContain('larger than 20 MB')
    await chat.close()
    await open('agent')
    await chat.send({ document })
    expect(chat.html()).not.toContain('looks like a list')
    await chat.write('/import')
    expect(chat.html()).toContain('not')
    expect(chat.done()).toEqual([])
  })

  it('shows its columns page by page, with strangers’ words harmless, and each can be something else', async () => {
    await open()
    await chat.press(say('columns-0'), listPost)
    expect(chat.last()).toMatchObject({ targetKey: `list:${importId}`, content: { method: 'edit' } })
    expect(chat.html()).toContain('&lt;b&gt;people&lt;/b&gt;.csv')
    expect(chat.html()).toContain('1. <b>Name</b> → Name\n<i>&lt;i&gt;Rosa&lt;/i&gt;, gnaw</i>')
    expect(chat.buttons()).toContain(say('columns-1'))
    await chat.press(say('columns-1'), listPost)
    expect(chat.html()).toContain('Page 2 of 2')
    await chat.press(say('column-1'), listPost)
    expect(chat.html()).toContain('What is “Phone”?')
    expect(chat.buttons()).toContain(say('as-1-email'))
    await chat.press(say('as-1-email'), listPost)
    expect(chat.done().at(-1)).toMatchObject({
      name: 'changeMapping',
      input: { importId, change: { column: 1, target: 'email' } },
    })
    await chat.press(say('as-1-nonsense'), listPost)
    expect(chat.html()).toContain('too old')
  })

  it('can be read otherwise, and be told the country of its phones', async () => {
    await open()
    await chat.press(say('header-no'), listPost)
    await chat.press(say('encoding-windows-1256'), listPost)
    expect(chat.done().map(({ input }) => (input as { format: object }).format)).toEqual([
      { hasHeader: false },
      { encoding: 'windows-1256' },
    ])
    await chat.press(say('country'), listPost)
    expect(chat.last()).toMatchObject({ targetKey: `list:${importId}` })
    expect(chat.html()).toContain('In which country')
    await chat.write('Maroc')
    expect(chat.done().at(-1)).toMatchObject({ input: { importId, change: { country: 'Maroc' } } })
  })

  it('is checked, started, stopped and undone by its buttons, which show what became of it', async () => {
    await open()
    state = list({ state: 'checking' })
    await chat.press(say('check'), listPost)
    expect(chat.html()).toContain('nothing is written yet')
    const found = { rows: 9, created: 5, matched: 1, duplicates: 1, faulty: 2 }
    const fault = { code: 'phone-unreadable' as const, column: '<u>Phone', value: '<x>' }
    state = list({
      state: 'checked',
      found,
      faults: [{ line: 4, faults: [fault] }],
      report: { id: newId(), size: 9 },
    })
    await chat.press(`list-show:${short}`, listPost)
    expect(chat.html()).toContain('5 new people')
    expect(chat.html()).toContain('Line 4: “&lt;u&gt;Phone” is no phone number (“&lt;x&gt;”)')
    expect(chat.buttons()).toContain(say('start'))
    state = list({ state: 'running', found, done: { ...found, rows: 3 } })
    await chat.press(say('start'), listPost)
    expect(chat.html()).toContain('▓▓▓░░░░░░░\n3 of 9 rows')
    state = list({ state: 'done', found, done: found, undoUntil: new Date() })
    await chat.press(`list-undo:${short}`, listPost)
    expect(chat.html()).toContain('Undo this import?')
    state = list({ state: 'undone', undone: { removed: 1, kept: 2 } })
    await chat.press(`list-undo-yes:${short}`, listPost)
    expect(chat.html()).toContain('Undone: 1 lead was removed.\n2 leads stay')
    expect(chat.done().map(({ name }) => name)).toEqual(['checkImport', 'startImport', 'undoImport'])
  })

  it('has nothing to start where no row can be imported', async () => {
    await open()
    const found = { rows: 2, created: 0, matched: 0, duplicates: 0, faulty: 2 }
    state = list({ state: 'checked', found })
    await chat.press(`list-show:${short}`, listPost)
    expect(chat.buttons()).not.toContain(say('start'))
  })
})
