import { api } from '../api.js'
import { choose } from '../selection.js'
import { takeCustomer } from '../store.js'
import { customerKey } from './customers.js'

/** Adds a customer who writes on Telegram (name, language, perhaps a user name) and shows their phone. */
export async function addTelegramCustomer({ name, language, username }) {
  const wanted = { name, language, ...(username ? { username } : {}) }
  const customer = await api('POST', '/telegram/customers', wanted)
  takeCustomer(customer)
  choose({ phoneId: customerKey(customer) })
}
