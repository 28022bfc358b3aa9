import { announce, store, takeEvent, takeState } from './store.js'

/**
 * Keeps the store in step with the server: the stream is opened first and held back until the state is here,
 * so no change falls between the two. After a break the whole state is taken again.
 */
export function goLive() {
  const source = new EventSource('/playground/api/events')
  let held = []
  source.addEventListener('open', () => {
    held = held ?? []
    load()
  })
  source.addEventListener('error', () => {
    held = []
    connected(false)
  })
  source.addEventListener('message', ({ data }) => {
    const event = JSON.parse(data)
    if (held) held.push(event)
    else takeEvent(event)
  })

  async function load() {
    try {
      const response = await fetch('/playground/api/state')
      takeState(await response.json())
      const missed = held ?? []
      held = undefined
      missed.forEach(takeEvent)
      connected(true)
    } catch {
      connected(false)
      setTimeout(load, 2000)
    }
  }
}

function connected(value) {
  if (store.connected === value) return
  store.connected = value
  announce('connection')
}
