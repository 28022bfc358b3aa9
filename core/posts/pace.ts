/**
 * How fast posts may be shown, as generic cell rates: `paced_until` runs ahead of the clock by what was used up, and
 * may run ahead by so much as a burst allows. Telegram's word: about one message a second in a private chat, where
 * short bursts pass; 20 a minute in a group, edits included; 30 a second in all.
 */
const perPrivateMessage = 1
const privateBurst = 3
// Burst and refill together never pass 20 in any minute: 4 + 60 / 3.75.
const perGroupMessage = 3.75
const groupBurst = 4

const step = (chat: string) =>
  `case ${chat}.kind when 'private' then ${perPrivateMessage} else ${perGroupMessage} end`
const ahead = (chat: string) =>
  `case ${chat}.kind when 'private' then ${(privateBurst - 1) * perPrivateMessage} else ${(groupBurst - 1) * perGroupMessage} end`

export const pace = {
  /** Over all chats of one bot. A little under the limit, since answers to buttons use it too. */
  botPerSecond: 27,
  /** After how long a chat, private or group, may be written to once more. */
  stepsMs: [perPrivateMessage * 1000, perGroupMessage * 1000],
  /** SQL: whether the chat may be written to now. */
  allowed: (chat: string) => `${chat}.paced_until <= now() + make_interval(secs => ${ahead(chat)})`,
  /** SQL: whether the chat gets more than it may be shown: after one more message it has to wait. */
  crowded: (chat: string) =>
    `(${chat}.paced_until > now() + make_interval(secs => case ${chat}.kind when 'private'
       then ${(privateBurst - 2) * perPrivateMessage} else ${(groupBurst - 2) * perGroupMessage} end))`,
  /** SQL: the chat's new `paced_until` after a counted post of so many messages. */
  charged: (chat: string, weight: string) =>
    `greatest(${chat}.paced_until, now()) + make_interval(secs => ${weight} * ${step(chat)})`,
}
