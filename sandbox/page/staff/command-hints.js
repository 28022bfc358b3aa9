import { el, said } from '../element.js'

/** The commands the bot offers this person, above the line while it holds a slash and the start of a word. */
export function createCommandHints(pick) {
  const node = el('div', { class: 'command-hints', role: 'listbox', hidden: true })
  let matching = []
  let marked = 0

  function show() {
    node.hidden = matching.length === 0
    node.replaceChildren(
      ...matching.map(({ command, description }, index) =>
        el(
          'button',
          {
            type: 'button',
            role: 'option',
            tabindex: '-1',
            'aria-selected': String(index === marked),
            onclick: () => pick(command),
          },
          el('b', {}, `/${command}`),
          said(description),
        ),
      ),
    )
    node.children[marked]?.scrollIntoView({ block: 'nearest' })
  }

  return {
    node,
    draw(commands, text) {
      const typed = /^\/(\w*)$/.exec(text)?.[1]
      matching = typed === undefined ? [] : commands.filter(({ command }) => command.startsWith(typed))
      marked = 0
      show()
    },
    /** True when the key was meant for the list. */
    keys(event) {
      if (matching.length === 0) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (event.key === 'Tab' || event.key === 'Enter') pick(matching[marked].command)
      else if (event.key === 'Escape') matching = []
      else if (step) marked = (marked + step + matching.length) % matching.length
      else return false
      event.preventDefault()
      show()
      return true
    },
  }
}
