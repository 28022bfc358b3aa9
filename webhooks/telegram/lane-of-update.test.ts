import { expect, test } from 'vitest'
import { laneOfUpdate } from './lane-of-update.ts'

test.each([
  ['a message', { message: { chat: { id: -100777 }, from: { id: 5 } } }, 'chat:-100777'],
  ['an edit, in the lane of the message', { edited_message: { chat: { id: -100777 } } }, 'chat:-100777'],
  ['a member who blocked the bot', { my_chat_member: { chat: { id: 5 }, from: { id: 5 } } }, 'chat:5'],
  [
    'a pressed button',
    { callback_query: { from: { id: 5 }, message: { chat: { id: -100777 } } } },
    'press:5',
  ],
  ['an inline query', { inline_query: { from: { id: 5 } } }, 'user:5'],
  ['a poll', { poll: { id: 'p1' } }, undefined],
  ['an update of a kind that is not invented yet', { novelty: 3 }, undefined],
])('the lane of %s', (_name, update, lane) => {
  expect(laneOfUpdate({ update_id: 1, ...update })).toBe(lane)
})
