import { z } from 'zod'
import { placeholdersOf } from '../channels/compose-template.ts'

/** A template that is being written: what was said so far, as its questions carry it. */
export const writtenTemplate = z.object({
  channelAccountId: z.uuid(),
  name: z.string().exactOptional(),
  language: z.string().exactOptional(),
  category: z.enum(['MARKETING', 'UTILITY']).exactOptional(),
  body: z.string().exactOptional(),
  examples: z.array(z.string()).exactOptional(),
  /** Empty: none is wanted. */
  footer: z.string().exactOptional(),
})
export type WrittenTemplate = z.output<typeof writtenTemplate>

export type TemplateStep = 'name' | 'language' | 'category' | 'body' | 'examples' | 'footer' | 'preview'

/** What has to be asked next. */
export function stepOf({ name, language, category, body, examples, footer }: WrittenTemplate): TemplateStep {
  if (name === undefined) return 'name'
  if (language === undefined) return 'language'
  if (category === undefined) return 'category'
  if (body === undefined) return 'body'
  if (placeholdersOf(body) > 0 && examples === undefined) return 'examples'
  return footer === undefined ? 'footer' : 'preview'
}
