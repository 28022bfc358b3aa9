import { afterEach, expect, it } from 'vitest'
import { leadId, messageId } from '../testing/make-lead.ts'
import { openStaffBot } from '../testing/open-staff-bot.ts'

let house: Awaited<ReturnType<typeof openStaffBot>>
afterEach(() => house.close())

const card = { key: `card:${leadId}`, leadId, content: {}, messageId: null }

const answers = () => house.done().flatMap(({ name, input }) => (name === 'queueReply' ? [input] : []))

/** A card that Telegram has shown, and of which the desk learns the number by the given look. */
function open({ knownAtLook, showing }: { knownAtLook: number; showing: () => boolean }) {
  let looks = 0
  return openStaffBot({
    findPost: () => {
      looks += 1
      return looks >= knownAtLook ? card : null
    },
    isShowing: showing,
    queueReply: () => ({ messageId, messageIds: [messageId] }),
  })
}

it('an answer below a card that was shown a moment ago waits until its number is known', async () => {
  house = await open({ knownAtLook: 6, showing: () => true })
  await house.below({ text: 'We are open until ten.' })
  expect(answers()).toMatchObject([{ leadId, body: 'We are open until ten.' }])
})

it('an answer below nothing of ours is told at once to be one, and goes to nobody', async () => {
  let asked = 0
  house = await open({
    knownAtLook: Number.POSITIVE_INFINITY,
    showing: () => {
      asked += 1
      return asked < 2
    },
  })
  await house.below({ text: 'To whom?' })
  expect(answers()).toEqual([])
  expect(house.posts()).toHaveLength(1)
})
