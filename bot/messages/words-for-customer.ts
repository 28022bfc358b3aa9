import { DeskError } from '#core/errors.ts'
import type { MemberContext } from '../context.ts'
import { languageOfCustomer } from '../posts/language-of-customer.ts'
import type { Answer } from '../posts/post-content.ts'
import { readChoices } from './read-choices.ts'

/**
 * A text of a member's as it is given to the desk for the customer: with choices where its last lines are some.
 *
 * @throws DeskError choices-without-text
 */
export async function wordsForCustomer(
  ctx: MemberContext,
  leadId: string,
  text: string,
): Promise<Pick<Answer, 'body' | 'content'>> {
  const { body, options } = readChoices(text)
  if (options.length === 0) return { body }
  if (body.trim() === '') throw new DeskError('invalid', 'choices-without-text')
  const language = await languageOfCustomer(ctx, leadId)
  const button = ctx.tools.words.in(language)('customer-choose')
  return { content: { kind: 'choices', body, options, button } }
}
