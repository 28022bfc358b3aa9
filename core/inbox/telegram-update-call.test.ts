import { describe, expect, it } from 'vitest'
import { telegramUpdateCall } from './telegram-update-call.ts'

const body = Buffer.from('{}')
const chat = { id: -100, type: 'supergroup' }

describe('an update of the staff bot', () => {
  it('is the same call however often it comes, and another one for another bot', () => {
    const key = (bot: string, id: number) =>
      telegramUpdateCall(bot, { update_id: id }, body)?.dedupeKey.toString('hex')
    expect(key('42', 7)).toBe(key('42', 7))
    expect(key('42', 7)).not.toBe(key('42', 8))
    expect(key('42', 7)).not.toBe(key('43', 7))
  })

  it('waits for others of its chat, a pressed button only for those of its person', () => {
    const lane = (update: object) => telegramUpdateCall('42', { update_id: 1, ...update }, body)?.lane
    expect(lane({ message: { chat } })).toBe('-100')
    const topic = { message_thread_id: 9, is_topic_message: true }
    expect(lane({ message: { chat, ...topic } })).toBe('-100:9')
    expect(lane({ edited_message: { chat, ...topic } })).toBe('-100:9')
    // Telegram gives replies outside of forums a thread too.
    expect(lane({ message: { chat, message_thread_id: 9 } })).toBe('-100')
    expect(lane({ my_chat_member: { chat } })).toBe('-100')
    expect(lane({ callback_query: { from: { id: 7 }, message: { chat } } })).toBe('cb:7')
    expect(lane({ poll: { id: 'x' } })).toBeUndefined()
  })

  it('is told from what is none', () => {
    for (const update of [null, [], 'x', {}, { update_id: '1' }, { update_id: 1.5 }]) {
      expect(telegramUpdateCall('42', update, body)).toBeUndefined()
    }
  })
})
