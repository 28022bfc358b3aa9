const allowed = new Set(['B', 'STRONG', 'I', 'EM', 'U', 'S', 'CODE', 'PRE', 'BLOCKQUOTE', 'A', 'SPAN', 'BR'])
const dropped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'SVG', 'MATH'])

/**
 * Turns formatted text into nodes, keeping only the tags and addresses a chat message may have. The markup
 * is parsed in a document that is never shown and copied node by node, so an attribute that is not named
 * here cannot come along.
 */
export function sanitized(html) {
  const parsed = new DOMParser().parseFromString(`<body>${html}`, 'text/html')
  const fragment = document.createDocumentFragment()
  for (const child of parsed.body.childNodes) fragment.append(...copied(child))
  return fragment
}

function copied(node) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)]
  if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.tagName.toUpperCase())) return []
  const inside = [...node.childNodes].flatMap(copied)
  if (!allowed.has(node.tagName)) return inside
  const copy = document.createElement(node.tagName)
  if (node.tagName === 'SPAN' && node.classList.contains('spoiler')) copy.className = 'spoiler'
  if (node.tagName === 'A' && !linked(copy, node.getAttribute('href') ?? '')) return inside
  copy.append(...inside)
  return [copy]
}

function linked(copy, address) {
  if (!/^(https?:|tg:)/i.test(address.trim())) return false
  copy.setAttribute('href', address.trim())
  copy.setAttribute('rel', 'noopener noreferrer')
  copy.setAttribute('target', '_blank')
  return true
}
