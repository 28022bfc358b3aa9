import type { Say } from '#core/i18n.ts'
import { listOf, recordOf, textOf } from '#core/loose-json.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { Face } from '../posts/post-content.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import {
  reasonOf,
  sayTemplateCategory,
  sayTemplateQuality,
  sayTemplateStatus,
  signOfTemplate,
  type Template,
} from './template-words.ts'

/** The page of one template: how it stands and what it says. */
export function templateFace({ say, mark }: Voice, template: Template): Face {
  const { name, language, category, status } = template
  const quality = sayTemplateQuality(say, template.quality)
  const reason = reasonOf(template)
  const lines = [
    `${signOfTemplate(status)} <b>${escapeHtml(cutLine(name, 120))}</b>`,
    `${escapeHtml(language)} · ${sayTemplateCategory(say, category)} · ${sayTemplateStatus(say, status)}`,
    ...(quality ? [`⭐️ ${say('fact-quality', { quality })}`] : []),
    ...(reason ? [say('template-reason', { reason: escapeHtml(reason) })] : []),
  ]
  return {
    html: [...lines.map((line) => mark + line), '', ...componentLines(say, template.components)].join('\n'),
    buttons: [
      [
        {
          text: say('button-back'),
          data: callbackData('channel-templates', shortId(template.channelAccountId), '0'),
        },
      ],
    ],
  }
}

const mediaKeys: Record<string, string> = {
  IMAGE: 'message-image',
  VIDEO: 'message-video',
  DOCUMENT: 'message-document',
  LOCATION: 'message-location',
}

/** What the customer will see, from the network's own components; their texts are whatever somebody wrote. */
export function componentLines(say: Say, components: unknown[]): string[] {
  return components.flatMap((component) => {
    const { type, format, text, buttons } = recordOf(component)
    const words = textOf(text)
    const mediaKey = mediaKeys[String(format)]
    switch (type) {
      case 'HEADER':
        return words ? [`<b>${escapeHtml(words)}</b>`] : mediaKey ? [say(mediaKey)] : []
      case 'BODY':
        return words ? [`<blockquote>${escapeHtml(words)}</blockquote>`] : []
      case 'FOOTER':
        return words ? [`<i>${escapeHtml(words)}</i>`] : []
      case 'BUTTONS':
        return listOf(buttons).flatMap((one) => {
          const label = textOf(recordOf(one).text)
          return label ? [`🔘 ${escapeHtml(cutLine(label, 60))}`] : []
        })
      default:
        return []
    }
  })
}
