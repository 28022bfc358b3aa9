import type { Say } from '#core/i18n.ts'
import type { LeadCard } from '#core/leads/lead-card.ts'
import { longestOriginName, originLines as plainOriginLines } from '#core/words/origin-lines.ts'
import { cutLine } from '../text/cut-text.ts'
import { escapeHtml, tame } from '../text/escape-html.ts'

/** What brought the person, in lines of HTML. */
export const originLines = (say: Say, attribution: LeadCard['attribution']): string[] =>
  plainOriginLines(say, attribution, (name) => escapeHtml(cutLine(tame(name), longestOriginName)))
