const focusable = 'button, a[href], input, [tabindex]'

/**
 * Shows a list of items in a container and touches only the nodes whose item changed, so that focus,
 * selection and scroll survive each event of the stream. `show(items, { of, key, build, extra })`: when `of`
 * changes, the list is another one and nothing of the old is kept; `extra(item)` names what else the look of
 * an item depends on.
 */
export function createKeyedList(container) {
  let shown = new Map()
  let current

  function show(items, { of = '', key, build, extra = () => '' }) {
    const fresh = of !== current
    if (fresh) {
      container.replaceChildren()
      shown = new Map()
      current = of
    }
    const next = new Map()
    let place = container.firstChild
    for (const item of items) {
      const id = key(item)
      const signature = JSON.stringify(item) + extra(item)
      const old = shown.get(id)
      const node = old?.signature === signature ? old.node : build(item)
      if (old && old.node !== node) {
        if (place === old.node) place = node
        swap(old.node, node)
      } else if (node !== place) container.insertBefore(node, place)
      if (!old && !fresh) node.classList.add('arriving')
      if (node === place) place = node.nextSibling
      next.set(id, { signature, node })
    }
    for (const [id, entry] of shown) if (!next.has(id)) entry.node.remove()
    shown = next
    return fresh
  }

  return { show }
}

function swap(old, node) {
  const focused = old.contains(document.activeElement)
    ? [...old.querySelectorAll(focusable)].indexOf(document.activeElement)
    : -1
  old.replaceWith(node)
  if (focused !== -1) node.querySelectorAll(focusable)[focused]?.focus()
}
