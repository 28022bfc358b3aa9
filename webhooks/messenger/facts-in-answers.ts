import type { LeadFacts } from '../leads/person-of-lead.ts'

/**
 * The e-mail address and phone number among answers whose questions the business wrote itself, in any language. A
 * number counts where it is written with its country: anything else may be a size, a price or a date.
 */
export function factsInAnswers(answers: Record<string, string>): LeadFacts {
  const values = Object.values(answers).map((value) => value.trim())
  return {
    email: values.find((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)),
    phone: values.find((value) => /^\+[\d\s().\-/]{8,24}$/.test(value)),
  }
}
