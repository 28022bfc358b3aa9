import type { Phone, PhoneMessage } from '../../meta/phone.ts'
import type { Sandbox } from '../../open-sandbox.ts'
import { control } from './control.ts'
import { eventually } from './eventually.ts'
import { freshNumber, type Json } from './whatsapp-call.ts'
import { world } from './world.ts'

export interface Customer {
  /** Of the phone in the simulator. */
  id: string
  name: string
  /** Digits only. */
  number: string
}

/** What customers do and see on their phones, and what Meta was asked to send. */
export function createCustomerSide(sandbox: Sandbox, say: (words: string) => void) {
  const phoneOf = (customer: Customer): Phone => {
    const phone = sandbox.meta.phones().find(({ id }) => id === customer.id)
    if (!phone) throw new Error(`There is no phone of ${customer.name}.`)
    return phone
  }
  const change = (customer: Customer, wish: Json) => control(sandbox, 'PATCH', `/phones/${customer.id}`, wish)
  const received = (customer: Customer) => phoneOf(customer).thread.filter(({ from }) => from === 'business')
  return {
    phoneOf,
    async customer(name: string, more: Json = {}): Promise<Customer> {
      const number = freshNumber()
      const made = await control(sandbox, 'POST', '/phones', { name, phone: `+${number}`, ...more })
      say(name)
      say(number)
      return { id: String(made.id), name, number }
    },
    /** Writes a text, or whatever else a phone can send. Resolves with the bubble. */
    async customerWrites(customer: Customer, message: string | Json) {
      const body = typeof message === 'string' ? { kind: 'text', text: message } : message
      if (typeof body.text === 'string') say(body.text)
      return (await control(
        sandbox,
        'POST',
        `/phones/${customer.id}/messages`,
        body,
      )) as unknown as PhoneMessage
    },
    /** What the business has sent to this phone, oldest first. */
    received,
    /** Waits for a message of the business with this text. */
    receives: (customer: Customer, text: string, within?: number) =>
      eventually(
        `${customer.name} receives "${text.slice(0, 80)}"`,
        () => received(customer).find((message) => message.text === text),
        within,
      ),
    change,
    opensThread: (customer: Customer) => control(sandbox, 'POST', `/phones/${customer.id}/read`),
    /** Each call to send a message that reached Meta, however it ended: the text and the answered status. */
    sendCalls: () =>
      sandbox.kernel
        .calls()
        .filter(({ from, to, title }) => from === 'app' && to === 'meta' && title.endsWith('/messages'))
        .map(({ status, request, at, ms }) => ({ text: textOf(request), status, at, ms })),
    /** Tells the simulated Meta where the desk is; Meta checks the address at once. */
    connectMeta: (url: string, app: Json = world.meta) =>
      control(sandbox, 'PUT', '/meta/app', { ...app, webhookUrl: `${url}/webhooks/whatsapp` }),
  }
}

function textOf(request: unknown): string | undefined {
  const { body } = request as { body?: { text?: { body?: string } } }
  return body?.text?.body
}
