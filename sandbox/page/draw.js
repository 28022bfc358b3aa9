import { on } from './store.js'

/**
 * Draws a view whenever one of the topics was announced: at once when the person chose something else, so
 * that the next key goes where they look, and otherwise once per frame at most.
 */
export function drawOn(topics, draw) {
  let waiting = false
  const soon = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      draw()
    })
  }
  for (const topic of topics) on(topic, topic === 'selection' ? draw : soon)
  draw()
}
