/**
 * Keeps a conversation at its latest message, unless the reader has scrolled up to read. Returns
 * `settle(force)`, to be called after each change of the content, and tells `away(true)` while the reader is
 * elsewhere.
 */
export function keepAtEnd(scroller, away = () => {}) {
  let atEnd = true
  const measure = () => {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80
    away(!atEnd)
  }
  const settle = (force = false) => {
    if (force || atEnd) scroller.scrollTop = scroller.scrollHeight
    measure()
  }
  scroller.addEventListener('scroll', measure, { passive: true })
  new ResizeObserver(() => settle()).observe(scroller)
  return settle
}
