import type { Say } from '#core/i18n.ts'
import { listOf, recordOf, textOf } from '#core/loose-json.ts'
import { callKeys, ownCallKeys } from '#core/words/of-messages.ts'
import { plainLine } from './plain-line.ts'
import type { Teller } from './tell-message.ts'

/** A pressed button or a chosen row; also the answer to the question whether the person may be called. */
export const tellChoice: Teller = (say, { body, data }) => {
  if (data.event === 'call_permission_reply') {
    return { label: body === 'accept' ? say('message-call-allowed') : say('message-call-refused') }
  }
  const description = textOf(data.description)
  return {
    label: say('message-choice', { choice: body ?? textOf(data.payload) ?? '…' }),
    ...(description ? { lines: [description] } : {}),
  }
}

/** A form's answers, one to a line and all of them: here is room. */
export const tellForm: Teller = (say, { body, data }) => {
  const unparsed = textOf(data.unparsed)
  const answers = Object.entries(recordOf(data.answers)).filter(
    // The answer that is the message is shown as such.
    ([key, value]) => key !== 'flow_token' && (!body || value !== body),
  )
  return {
    label: data.incomplete === true ? say('message-form-incomplete') : say('message-form'),
    text: body,
    lines: unparsed
      ? [unparsed]
      : answers.map(
          ([key, value]) => `${plainLine(key, 120)}: ${textOf(value) ?? JSON.stringify(value) ?? ''}`,
        ),
  }
}

const isDegree = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 180

/** A place: its name and address where there are any, and a map. */
export const tellLocation: Teller = (say, { data }) => {
  const { latitude, longitude } = data
  const name = textOf(data.name)
  const address = textOf(data.address)
  const href = `https://www.google.com/maps?q=${latitude},${longitude}`
  return {
    label: name ? say('message-location-named', { name: plainLine(name, 120) }) : say('message-location'),
    lines: address ? [address] : [],
    links: isDegree(latitude) && isDegree(longitude) ? [{ href, words: say('message-location-map') }] : [],
  }
}

/** Address book entries: names with their numbers and mail addresses. */
export const tellContacts: Teller = (say, { data }) => {
  const contacts = listOf(data.contacts).map(recordOf)
  return {
    label: say('message-contacts', { count: contacts.length }),
    lines: contacts.map((contact) => {
      const numbers = listOf(contact.phones).map(recordOf)
      return [
        textOf(recordOf(contact.name).formatted_name),
        ...numbers.map(({ phone, wa_id }) => textOf(phone) ?? textOf(wa_id)),
        ...listOf(contact.emails).map((email) => textOf(recordOf(email).email)),
      ]
        .filter((part) => part !== undefined)
        .join(', ')
    }),
  }
}

/** What was put into the cart: number, article, price as the network gives it. */
export const tellOrder: Teller = (say, { body, data }) => {
  const items = listOf(data.items).map(recordOf)
  return {
    label: say('message-order', { count: items.length }),
    lines: items.map(({ item_price, currency, product_retailer_id, quantity }) => {
      const price = [textOf(item_price), textOf(currency)].filter((part) => part !== undefined).join(' ')
      const line = `${textOf(quantity) ?? '1'} × ${textOf(product_retailer_id) ?? '?'}`
      return price ? `${line} – ${price}` : line
    }),
    text: body,
  }
}

/** A call that rang, was taken or refused, or ended after so long. */
export const tellCall: Teller = (say, { data }) => {
  const isOwn = data.direction === 'outbound'
  const event = String(data.event)
  if (event === 'terminate') {
    const seconds = Number(data.seconds)
    if (!(seconds > 0)) return { label: isOwn ? say('message-call-out-missed') : say('message-call-missed') }
    const lasted = tellDuration(say, seconds)
    return {
      label: isOwn ? say('message-call-out-ended', { lasted }) : say('message-call-ended', { lasted }),
    }
  }
  const keys = isOwn ? ownCallKeys : callKeys
  const key = Object.hasOwn(keys, event) ? keys[event] : undefined
  return { label: key ? say(key) : say('message-call') }
}

function tellDuration(say: Say, seconds: number): string {
  if (seconds < 60) return say('duration-moments')
  if (seconds < 3_600) return say('duration-minutes', { count: Math.floor(seconds / 60) })
  return say('duration-hours', { count: Math.floor(seconds / 3_600) })
}
