import type { FormattedText } from './text/entity.ts'

/** One thing that a bot offers to somebody who types its name: an article, with the text that choosing it sends. */
export interface InlineResult {
  id: string
  title: string
  description?: string
  content: FormattedText
}

/** What a bot answers to somebody who types its name. */
export interface InlineAnswer {
  results: InlineResult[]
  cacheSeconds: number
  isPersonal: boolean
  /** Above the results: pressing it writes `/start` with that parameter to the bot. */
  button?: { text: string; startParameter: string }
}
