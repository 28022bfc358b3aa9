/** A template as its customer will read it, with what is still missing to send it. */
export interface FilledTemplate {
  body: string
  /** Keys of variables that were not given. */
  missing: string[]
  /** The kind of file that the header wants; null: none. */
  wantsFile: 'image' | 'video' | 'document' | null
}

interface Component {
  type?: string
  format?: string
  text?: string
  buttons?: { type?: string; url?: string }[]
}

const placeholder = /\{\{\s*(\w+)\s*\}\}/g
const fileFormats: Record<string, FilledTemplate['wantsFile']> = {
  IMAGE: 'image',
  VIDEO: 'video',
  DOCUMENT: 'document',
}

/**
 * Fills a template's variables in. Keys are as in `TemplateContent`.
 *
 * @param components the network's own, as they were synced; what is not understood is left out
 */
export function fillTemplate(components: unknown[], variables: Record<string, string>): FilledTemplate {
  const missing: string[] = []
  const lines: string[] = []
  let wantsFile: FilledTemplate['wantsFile'] = null
  const fill = (text: string, prefix: string) =>
    text.replaceAll(placeholder, (_, name: string) => {
      const value = given(variables, `${prefix}${name}`)
      if (value === undefined) missing.push(`${prefix}${name}`)
      return value ?? ''
    })
  for (const component of components as Component[]) {
    const type = component.type?.toUpperCase()
    const text = component.text ?? ''
    if (type === 'HEADER') {
      wantsFile = fileFormats[component.format?.toUpperCase() ?? ''] ?? null
      if (text) lines.push(fill(text, 'header.'))
    }
    if (type === 'BODY') lines.push(fill(text, ''))
    if (type === 'FOOTER') lines.push(text)
    if (type === 'BUTTONS') {
      for (const [index, { url }] of (component.buttons ?? []).entries()) {
        const isOpen = url?.includes('{{') && given(variables, `button.${index}`) === undefined
        if (isOpen) missing.push(`button.${index}`)
      }
    }
  }
  return { body: lines.filter(Boolean).join('\n\n'), missing: [...new Set(missing)], wantsFile }
}

function given(variables: Record<string, string>, key: string): string | undefined {
  const value = Object.hasOwn(variables, key) ? variables[key] : undefined
  return value?.trim() ? value : undefined
}
