import { announce, on, store } from '../store.js'

const ends = new Map()

// The server says how long a fault lasts, not since when; the page counts from when it first saw the fault.
on('faults', () => {
  const present = new Set(store.faults.map(({ id }) => id))
  for (const id of ends.keys()) if (!present.has(id)) ends.delete(id)
  for (const fault of store.faults) {
    if (fault.forMs === undefined || ends.has(fault.id)) continue
    ends.set(fault.id, Date.now() + fault.forMs)
    setTimeout(() => forget(fault.id), fault.forMs)
  }
})

// A fault for a number of calls ends without an event, so after each call the page asks whether it is still
// there.
let asking = false
on('calls', async ({ call }) => {
  if (!call || asking || !store.faults.some(({ times }) => times !== undefined)) return
  asking = true
  await new Promise((resolve) => setTimeout(resolve, 600))
  asking = false
  const response = await fetch('/playground/api/state')
  store.faults = (await response.json()).faults
  announce('faults', {})
})

function forget(id) {
  if (!store.faults.some((fault) => fault.id === id)) return
  store.faults = store.faults.filter((fault) => fault.id !== id)
  announce('faults', {})
}

/** When the fault ends, in milliseconds since the epoch; undefined when no time was set. */
export const endOf = (fault) => ends.get(fault.id)
