import type { TemplateContent } from '#core/channels/outbound-content.ts'
import { isRecord, type JsonRecord, listAt, textAt } from '../../meta/loose-json.ts'
import { buildTemplateButton } from './build-template-button.ts'
import { buildTemplateHeader } from './build-template-header.ts'
import type { BuildPart, FilePlace } from './message-part.ts'
import { textParameters } from './text-parameters.ts'

type BuildComponent = (place: FilePlace) => JsonRecord

/** Components that want values of which our content knows nothing. */
const beyondUs = new Set(['CAROUSEL', 'LIMITED_TIME_OFFER'])

/**
 * A template with its variables, asked for by the network's own components. Written by hand: the library counts its
 * buttons anew on each use and refuses digits in names.
 *
 * @throws Error naming the variable or file that is missing, or the component that cannot be filled
 */
export function buildTemplate(content: TemplateContent): BuildPart {
  const components = content.components.filter(isRecord).flatMap((one) => buildComponent(one, content))
  const { name, language } = content
  return (place) => {
    const filled = components.map((build) => build(place))
    const wanted = filled.length > 0 ? { components: filled } : {}
    const part = { name, language: { code: language, policy: 'deterministic' }, ...wanted }
    return { type: 'template', part }
  }
}

function buildComponent(component: JsonRecord, content: TemplateContent): BuildComponent[] {
  const type = textAt(component, 'type')?.toUpperCase() ?? ''
  if (beyondUs.has(type)) throw new Error(`Templates with ${type} cannot be sent from here`)
  if (type === 'HEADER') return buildTemplateHeader(component, content)
  if (type === 'BODY') {
    const parameters = textParameters(textAt(component, 'text') ?? '', content.variables)
    return parameters.length > 0 ? [() => ({ type: 'body', parameters })] : []
  }
  if (type !== 'BUTTONS') return []
  return (listAt(component, 'buttons') ?? []).flatMap((button, index) =>
    isRecord(button) ? buildTemplateButton(button, index, content.variables).map((built) => () => built) : [],
  )
}
