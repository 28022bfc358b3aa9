import type { InboundItem } from '#core/channels/inbound-item.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { idAt, isRecord, type JsonRecord, listAt, recordAt, textAt } from '../meta/loose-json.ts'
import { readPerson } from './read-person.ts'
import { messageKey, type Where } from './where.ts'

/**
 * A pressed button of ours, told by its title. Telegram does not say when it was pressed: it is told at once or not at
 * all, so the time of reading stands for it.
 *
 * @throws Error with the reason when it does not say who pressed
 */
export function readPress(press: JsonRecord, { network, account, now }: Where): InboundItem {
  const id = textAt(press, 'id')
  if (id === undefined) throw new Error('`id` is missing')
  const message = recordAt(press, 'message') ?? {}
  const chatId = idAt(recordAt(message, 'chat') ?? {}, 'id')
  const messageId = idAt(message, 'message_id')
  const payload = textAt(press, 'data')
  return dropUndefined({
    type: 'message' as const,
    network,
    account,
    externalId: `press:${id}`,
    person: readPerson(recordAt(press, 'from') ?? {}),
    sentAt: now,
    kind: 'choice' as const,
    body: titleOf(message, payload) ?? payload,
    replyTo: chatId !== undefined && messageId !== undefined ? messageKey(chatId, messageId) : undefined,
    attachments: [],
    data: dropUndefined({ payload }),
  })
}

function titleOf(message: JsonRecord, payload: string | undefined): string | undefined {
  const rows = listAt(recordAt(message, 'reply_markup') ?? {}, 'inline_keyboard') ?? []
  const pressed = rows
    .flatMap((row) => (Array.isArray(row) ? row : []))
    .filter(isRecord)
    .find((button) => button.callback_data === payload)
  return pressed && textAt(pressed, 'text')
}
