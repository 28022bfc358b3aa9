/**
 * Builds one element. Strings become text nodes, so nothing that people typed can turn into markup. `on…`
 * properties become listeners, `style` is set through CSSOM (a strict CSP refuses style attributes),
 * `false`, `null` and `undefined` leave an attribute or a child out.
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name === 'style') for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v)
    else if (name === 'value') element.value = value
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(
    ...children.flat().filter((child) => child !== false && child !== null && child !== undefined),
  )
  return element
}

/** Text written by people: its own direction, isolated from what stands around it. */
export function said(text, properties = {}, tag = 'bdi') {
  return el(tag, { dir: 'auto', ...properties }, text)
}
