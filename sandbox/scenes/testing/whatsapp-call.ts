import { randomBytes } from 'node:crypto'
import { world } from './world.ts'

export type Json = Record<string, unknown>

export interface WrittenText {
  id: string
  from: string
  name: string
  text: string
  /** Milliseconds since the epoch. */
  at: number
}

let people = 0

/** A telephone number that nobody in this run has had yet. */
export function freshNumber(): string {
  people += 1
  return `3363999${String(people).padStart(4, '0')}`
}

export const freshWamid = () => `wamid.${randomBytes(18).toString('base64url')}`

/** A text as a customer writes it; what is not given is made up. */
export const written = (part: Partial<WrittenText> = {}): WrittenText => ({
  id: freshWamid(),
  from: part.from ?? freshNumber(),
  name: 'Sender of a scene',
  text: 'a text of a scene',
  at: Date.now(),
  ...part,
})

/** One webhook call of Meta's that carries these texts. */
export const callWith = (texts: WrittenText[], phoneNumberId: string = world.meta.phoneNumberId): string =>
  callOf(
    texts.map(({ id, from, text, at }) => ({
      id,
      from,
      timestamp: String(Math.floor(at / 1000)),
      type: 'text',
      text: { body: text },
    })),
    [...new Map(texts.map((one) => [one.from, one])).values()].map(({ from, name }) => ({
      profile: { name },
      wa_id: from,
    })),
    phoneNumberId,
  )

/** One webhook call of Meta's that carries these messages as they stand. */
export const callOf = (
  messages: unknown[],
  contacts: Json[] = [],
  phoneNumberId: string = world.meta.phoneNumberId,
) => envelope({ ...(contacts.length > 0 ? { contacts } : {}), messages }, phoneNumberId)

/** One webhook call of Meta's with delivery states. */
export const statesCall = (statuses: Json[]) => envelope({ statuses }, world.meta.phoneNumberId)

const envelope = (value: Json, phoneNumberId: string) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: world.meta.wabaId,
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: {
                display_phone_number: world.meta.displayPhoneNumber,
                phone_number_id: phoneNumberId,
              },
              ...value,
            },
          },
        ],
      },
    ],
  })
