import { afterEach, beforeEach, expect, test } from 'vitest'
import { mannersOf, type NoticeChoice, noticePresets, usualChoice } from '#core/notices/notice-choice.ts'
import { openChat, testWords } from '../testing/open-chat.ts'
import { createVoice } from '../voice.ts'
import { noticesFace } from './notices-face.ts'

let chat: Awaited<ReturnType<typeof openChat>>
let choice: NoticeChoice
beforeEach(async () => {
  choice = usualChoice
  chat = await openChat('agent', { readOwnNotices: () => choice, setOwnNotices: () => undefined })
})
afterEach(() => chat.close())
const set = () => chat.done().filter(({ name }) => name === 'setOwnNotices')

test('/notices shows what is chosen, and a press changes it in place', async () => {
  await chat.write('/notices')
  const screen = chat.last()
  expect(screen?.content.html).toContain('What you are told')
  expect(chat.buttons()).toContain('notice-set:own:silent')
  expect(chat.buttons()).not.toContain('notice-set:gather:morning')
  choice = { ...usualChoice, manners: noticePresets.mentions }
  await chat.press('notice-preset:mentions', screen)
  expect(set()).toMatchObject([{ input: { manners: noticePresets.mentions } }])
  expect(chat.last()).toMatchObject({ targetKey: screen?.key, content: { method: 'edit' } })
  expect(chat.buttons()).toContain('notice-set:gather:morning')
  await chat.press('notice-urgent:own:on', screen)
  expect(set().at(-1)).toMatchObject({ input: { urgent: { own: true } } })
})

test('a forged press sets nothing', async () => {
  for (const data of [
    'notice-set:own:loud',
    'notice-set:x:ring',
    'notice-preset:none',
    'notice-urgent:new:on',
  ]) {
    await chat.press(data)
  }
  expect(set()).toEqual([])
})

test('every manner of every kind is reached by pressing on, in every language', () => {
  for (const language of testWords.languages) {
    const voice = createVoice(testWords, language)
    for (const manner of mannersOf.new) {
      const shown = { ...usualChoice, manners: { ...usualChoice.manners, new: manner } }
      const buttons = noticesFace(voice, shown, true).buttons?.flat() ?? []
      const next = mannersOf.new[(mannersOf.new.indexOf(manner) + 1) % mannersOf.new.length]
      expect(buttons.map((button) => ('data' in button ? button.data : ''))).toContain(
        `notice-set:new:${next}`,
      )
    }
  }
})
