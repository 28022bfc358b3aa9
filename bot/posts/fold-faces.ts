import type { Words } from '#core/i18n.ts'
import { fitHtml } from '../text/fit-html.ts'
import { type Face, type PostContent, postContent } from './post-content.ts'

const foldKeys = { leads: 'folded-leads', messages: 'folded-messages' } as const

/**
 * Several posts as one message: a line that says how many and why, what each says, and all their buttons. It makes a sound
 * where one of them does. Undefined: it is none, or what another version of us wrote.
 */
export function foldFaces(
  words: Words,
  contents: Record<string, unknown>[],
): (Face & { silent?: boolean }) | undefined {
  const faces = contents.flatMap((content) => {
    const { data } = postContent.safeParse(content)
    return data && (data.method === 'send' || data.method === 'edit') ? [data] : []
  })
  const fold = faces.find((face) => face.fold)?.fold
  if (!fold || faces.length < 2) return undefined
  const say = words.in(fold.language)
  return {
    html: fitHtml(
      [
        `<i>${say(foldKeys[fold.of], { count: faces.length })}</i>`,
        ...faces.map((face, at) => withoutHead(face, faces[at - 1])),
      ].join('\n\n'),
    ),
    buttons: faces.flatMap(({ buttons = [] }) => buttons),
    ...(faces.every(isSilent) ? { silent: true } : { silent: false }),
  }
}

type Folded = Extract<PostContent, { method: 'send' | 'edit' }>

const isSilent = (face: Folded): boolean => face.method === 'send' && face.silent === true

/** What follows the words of the same person need not say again who that is. */
function withoutHead({ html, fold }: Folded, before: Folded | undefined): string {
  const head = fold?.head
  return head && before?.fold?.head === head && html.startsWith(head) ? html.slice(head.length) : html
}
