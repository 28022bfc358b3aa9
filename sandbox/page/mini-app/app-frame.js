import { el } from '../element.js'
import { onThemeChange } from '../theme.js'
import { themeParams } from './app-theme.js'

/**
 * A Mini App in its frame, and what passes between the two: it is told of colours and room, and what it says (`web_app_…`) is
 * handed to `hears` by name. `end` stops listening.
 */
export function createAppFrame(url, title, hears) {
  const node = el('iframe', { src: url, title, allow: 'clipboard-write' })
  const { origin } = new URL(url)
  let isExpanded = false
  // Before that the frame is empty, and of our own address.
  let isThere = false

  function say(eventType, eventData) {
    if (isThere) node.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), origin)
  }
  const tellTheme = () => say('theme_changed', { theme_params: themeParams() })
  const tellRoom = () =>
    say('viewport_changed', {
      width: node.clientWidth,
      height: node.clientHeight,
      is_expanded: isExpanded,
      is_state_stable: true,
    })
  const own = {
    web_app_request_theme: tellTheme,
    web_app_request_viewport: tellRoom,
    web_app_expand() {
      isExpanded = true
      hears.web_app_expand()
      tellRoom()
    },
  }
  function listen({ source, data }) {
    if (source !== node.contentWindow || typeof data !== 'string') return
    isThere = true
    const { eventType, eventData } = read(data)
    const act = Object.hasOwn(own, eventType)
      ? own[eventType]
      : Object.hasOwn(hears, eventType) && hears[eventType]
    if (act) act(eventData ?? {})
  }

  node.addEventListener('load', () => {
    isThere = true
  })
  window.addEventListener('message', listen)
  const calm = onThemeChange(tellTheme)
  const room = new ResizeObserver(tellRoom)
  room.observe(node)
  return {
    node,
    say,
    end() {
      window.removeEventListener('message', listen)
      calm()
      room.disconnect()
    },
  }
}

/** Anybody can write to this window: what is no event of Telegram's is nothing. */
function read(text) {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    return {}
  }
}
