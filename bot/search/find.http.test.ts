import { afterEach, describe, expect, it } from 'vitest'
import { shortId } from '#core/new-id.ts'
import { leadId, makeLead, messageId } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'
import { placeData, readPlaceData } from './place-data.ts'

let chat: Awaited<ReturnType<typeof openChat>>
afterEach(() => chat.close())

const next = { rank: 'text' as const, at: new Date('2026-11-20T10:00:00.123Z'), id: messageId }
const found = {
  lead: makeLead(),
  place: 'message' as const,
  messageId,
  excerpt: { text: 'a <b>refund</b> please', from: 5, to: 11 },
}
let asked: unknown[] = []
async function open(answer: object = {}) {
  asked = []
  chat = await openChat('agent', {
    searchLeads: (input) => {
      asked.push(input)
      return { understood: true, found: [found], next, ...answer }
    },
  })
}

describe('/find', () => {
  it('shows what was found with the words in their place, a button for each lead, and pages', async () => {
    await open()
    await chat.write('/find refund <x>')
    expect(asked).toEqual([{ words: 'refund <x>', limit: 8 }])
    expect(chat.html()).toContain('Found for “refund &lt;x&gt;”')
    expect(chat.html()).toContain('<b>#12 Maria</b>')
    expect(chat.html()).toContain('💬 a &lt;b&gt;<b>refund</b>&lt;/b&gt; please')
    expect(chat.last()?.subjects).toEqual([leadId, messageId])
    const turn = `found:${placeData(next).join(':')}`
    expect(chat.buttons()).toEqual([`open:${shortId(leadId)}`, turn])
    const page = chat.last()
    await chat.press(turn, page)
    expect(asked[1]).toEqual({ words: 'refund <x>', limit: 8, after: next })
    expect(chat.buttons()).toContain('found')
    await chat.press('found', page)
    expect(asked[2]).toEqual({ words: 'refund <x>', limit: 8 })
  })

  it('gives hints where nothing was found, nothing was asked or nothing can be', async () => {
    await open({ found: [], next: null })
    await chat.write('/find zzz')
    expect(chat.html()).toContain('the last digits are enough')
    await chat.write('/find')
    expect(chat.html()).toContain('What shall I find?')
    await chat.answer(chat.last(), 'refund')
    expect(chat.html()).toContain('the last digits are enough')
    chat.answers.searchLeads = () => ({ understood: false, found: [], next: null })
    await chat.write('/find %_')
    expect(chat.html()).toContain('no letter and no digit')
  })

  it('refuses a page of a search that is not here, and forged places', async () => {
    await open()
    await chat.write('/find refund')
    const page = chat.last()
    for (const data of [
      'found:text:zz:short',
      'found:name:a1:b',
      `found:text:zzzzzzzzzz:${shortId(leadId)}`,
    ]) {
      await chat.press(data, page)
      expect(chat.toast(), data).toContain('too old')
    }
    await chat.press('found')
    expect(chat.toast()).toContain('too old')
    expect(asked).toHaveLength(1)
  })
})

it('a place is read back as it was written', () => {
  expect(readPlaceData(placeData(next))).toEqual(next)
  chat = { close: async () => undefined } as typeof chat
})
