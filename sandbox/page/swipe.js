const enough = 56

/** Swiping a message sideways, or pressing it twice, answers it. */
export function onReplyGesture(node, act) {
  let start
  node.addEventListener('dblclick', act)
  node.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch') start = { x: event.clientX, y: event.clientY }
  })
  node.addEventListener('pointermove', (event) => {
    if (!start) return
    const dx = event.clientX - start.x
    if (Math.abs(event.clientY - start.y) > 24) start = undefined
    node.style.setProperty('translate', start ? `${Math.max(-72, Math.min(72, dx))}px 0` : 'none')
  })
  const end = (event) => {
    if (start && Math.abs(event.clientX - start.x) > enough && event.type === 'pointerup') act()
    start = undefined
    node.style.removeProperty('translate')
  }
  node.addEventListener('pointerup', end)
  node.addEventListener('pointercancel', end)
}
