import { listOf, recordOf, textOf } from '#core/loose-json.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import type { KindView } from '../message-view.ts'

/** A place: its name and address where there are any, and a map. */
export const showLocation: KindView = (say, { data }) => {
  const { latitude, longitude } = data
  const name = textOf(data.name)
  const address = textOf(data.address)
  return {
    label: name ? say('message-location-named', { name: escapeHtml(name) }) : say('message-location'),
    lines: [
      ...(address ? [escapeHtml(address)] : []),
      ...(isDegree(latitude) && isDegree(longitude)
        ? [
            `<a href="https://www.google.com/maps?q=${latitude},${longitude}">${say('message-location-map')}</a>`,
          ]
        : []),
    ],
  }
}

const isDegree = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 180

/** Address book entries: names with their numbers and mail addresses. */
export const showContacts: KindView = (say, { data }) => {
  const contacts = listOf(data.contacts).map(recordOf)
  return {
    label: say('message-contacts', { count: contacts.length }),
    lines: contacts.map((contact) => {
      const name = textOf(recordOf(contact.name).formatted_name)
      const ways = [
        ...listOf(contact.phones).map(
          (phone) => textOf(recordOf(phone).phone) ?? textOf(recordOf(phone).wa_id),
        ),
        ...listOf(contact.emails).map((email) => textOf(recordOf(email).email)),
      ].filter((way) => way !== undefined)
      return `• ${escapeHtml([name, ...ways].filter((part) => part !== undefined).join(', '))}`
    }),
  }
}

/** What was put into the cart: number, article, price as the network gives it. */
export const showOrder: KindView = (say, { body, data }) => {
  const items = listOf(data.items).map(recordOf)
  return {
    label: say('message-order', { count: items.length }),
    lines: items.map((item) => {
      const price = [textOf(item.item_price), textOf(item.currency)]
        .filter((part) => part !== undefined)
        .join(' ')
      const article = textOf(item.product_retailer_id) ?? '?'
      const line = `${textOf(item.quantity) ?? '1'} × ${article}`
      return `• ${escapeHtml(price ? `${line} – ${price}` : line)}`
    }),
    text: body,
  }
}
