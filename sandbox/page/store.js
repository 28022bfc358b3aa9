/** What the server told us last. Changed only here; views read it and listen for the topic they show. */
export const store = {
  phones: [],
  customers: [],
  business: [],
  staff: [],
  bots: [],
  faults: [],
  calls: [],
  app: {},
  connected: true,
}

const listeners = new Map()
const keptCalls = 600

/**
 * Topics: phones, customers (Telegram’s, and the business accounts), staff, faults, calls, connection, selection. The listener gets what the announcer passed.
 */
export function on(topic, listener) {
  const known = listeners.get(topic) ?? []
  listeners.set(topic, [...known, listener])
}

export function announce(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail)
}

/** Takes the whole state, at the start and after each reconnection. */
export function takeState(state) {
  Object.assign(store, state)
  for (const topic of ['phones', 'customers', 'staff', 'faults', 'calls']) announce(topic, { whole: true })
}

/** Takes one event of the stream. */
export function takeEvent(event) {
  if (event.type === 'phone') takePhone(event.phone)
  else if (event.type === 'staff') takePerson(event.staff)
  else if (event.type === 'chat') takeChat(event.chat)
  else if (event.type === 'customer') takeCustomer(event.customer)
  else if (event.type === 'customer-chat') takeCustomerChat(event)
  else if (event.type === 'business') {
    store.business = event.business
    announce('customers', {})
  } else if (event.type === 'call') takeCall(event.call)
  else if (event.type === 'faults') {
    store.faults = event.faults
    announce('faults', {})
  }
}

/** Private chats of one person with two bots carry the same id, so the bot belongs to the key. */
export const chatKey = (chat) => chat.key ?? (chat.type === 'private' ? `bot:${chat.bot}` : String(chat.id))

/** An event carries only the last messages; what the page already has of the thread stays. */
export function takePhone(phone) {
  const index = store.phones.findIndex((known) => known.id === phone.id)
  const thread = merged(store.phones[index]?.thread ?? [], phone.thread)
  const next = { ...phone, thread }
  if (index === -1) store.phones.push(next)
  else store.phones[index] = next
  announce('phones', { phone: next })
}

export function takePerson(person) {
  const index = store.staff.findIndex((known) => known.id === person.id)
  const chats = person.chats ?? store.staff[index]?.chats ?? []
  const next = { ...store.staff[index], ...person, chats }
  if (index === -1) store.staff.push(next)
  else store.staff[index] = next
  announce('staff', { person: next })
}

function takeChat({ userIds, chat, messages }) {
  for (const person of store.staff.filter((known) => userIds.includes(known.id))) {
    const known = person.chats.find((candidate) => chatKey(candidate) === chatKey(chat))
    // The commands differ from person to person; an event for many cannot carry them all.
    const commands = userIds.length > 1 && known ? known.commands : (chat.commands ?? known?.commands ?? [])
    const next = { ...known, ...chat, commands, messages: merged(known?.messages ?? [], messages) }
    if (known) person.chats[person.chats.indexOf(known)] = next
    else person.chats.push(next)
  }
  announce('staff', { userIds, chat, messages })
}

export function takeCustomer(customer) {
  if (!store.customers.some(({ id }) => id === customer.id)) store.customers.push(customer)
  announce('customers', {})
}

function takeCustomerChat({ customerId, chat, messages }) {
  const customer = store.customers.find(({ id }) => id === customerId)
  if (!customer) return
  const known = customer.chats.find(({ key }) => key === chat.key)
  const next = { ...known, ...chat, messages: merged(known?.messages ?? [], messages) }
  if (known) customer.chats[customer.chats.indexOf(known)] = next
  else customer.chats.push(next)
  announce('customers', { customer, messages })
}

function takeCall(call) {
  if (store.calls.some((known) => known.id === call.id)) return
  store.calls.push(call)
  if (store.calls.length > keptCalls) store.calls.splice(0, store.calls.length - keptCalls)
  announce('calls', { call })
}

function merged(known, changed) {
  const byId = new Map(known.map((message) => [message.id, message]))
  for (const message of changed) byId.set(message.id, message)
  return [...byId.values()]
}
