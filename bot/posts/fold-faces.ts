import type { Words } from '#core/i18n.ts'
import { fitHtml } from '../text/fit-html.ts'
import { type Face, postContent } from './post-content.ts'

const foldKeys = { leads: 'folded-leads', messages: 'folded-messages' } as const

/**
 * Several posts as one message: a line that says how many and why, what each says, and all their buttons. Undefined: it is
 * none, or what another version of us wrote.
 */
export function foldFaces(words: Words, contents: Record<string, unknown>[]): Face | undefined {
  const faces = contents.flatMap((content) => {
    const { data } = postContent.safeParse(content)
    return data && (data.method === 'send' || data.method === 'edit') ? [data] : []
  })
  const fold = faces.find((face) => face.fold)?.fold
  if (!fold || faces.length < 2) return undefined
  const say = words.in(fold.language)
  return {
    html: fitHtml(
      [`<i>${say(foldKeys[fold.of], { count: faces.length })}</i>`, ...faces.map(({ html }) => html)].join(
        '\n\n',
      ),
    ),
    buttons: faces.flatMap(({ buttons = [] }) => buttons),
  }
}
