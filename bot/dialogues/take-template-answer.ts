import { longestFooter, placeholdersOf, problemOfBody } from '../channels/compose-template.ts'
import { stepOf, type WrittenTemplate } from './written-template.ts'

/** Why an answer cannot be taken; its sentence says what would do. */
export type AnswerProblem =
  | 'name'
  | 'language'
  | 'choose'
  | 'body-empty'
  | 'body-too-long'
  | 'body-numbers'
  | 'body-edges'
  | 'examples'
  | 'footer'

/** Takes what a member wrote to the question that comes next. Spaces in a name are put right, since people write them. */
export function takeTemplateAnswer(
  written: WrittenTemplate,
  answer: string,
): WrittenTemplate | { problem: AnswerProblem } {
  const text = answer.trim()
  switch (stepOf(written)) {
    case 'name': {
      const name = text.toLowerCase().replace(/[\s-]+/g, '_')
      return /^[a-z0-9_]{1,512}$/.test(name) ? { ...written, name } : { problem: 'name' }
    }
    case 'language': {
      const language = languageOf(text)
      return language ? { ...written, language } : { problem: 'language' }
    }
    case 'category':
    case 'preview':
      return { problem: 'choose' }
    case 'body': {
      const problem = problemOfBody(text)
      return problem ? { problem: `body-${problem}` } : { ...written, body: text }
    }
    case 'examples': {
      const examples = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      const wanted = placeholdersOf(written.body ?? '')
      return examples.length === wanted ? { ...written, examples } : { problem: 'examples' }
    }
    case 'footer': {
      const fits = text !== '' && text.length <= longestFooter && !/\{\{|\n/.test(text)
      return fits ? { ...written, footer: text } : { problem: 'footer' }
    }
  }
}

/** Meta's codes are a language and sometimes a country: `fr`, `pt_BR`. */
function languageOf(text: string): string | undefined {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?$/i.exec(text)
  const [, language, country] = match ?? []
  if (!language) return undefined
  return country ? `${language.toLowerCase()}_${country.toUpperCase()}` : language.toLowerCase()
}
