import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { canWorkLeads } from '../policy.ts'
import { readValues } from './read-values.ts'
import { fillVariables } from './variables.ts'

/**
 * How a quick reply that is being written would look for somebody of this name.
 *
 * @returns the text, and which variables in it there are not
 */
export const previewQuickReply = defineQuery({
  input: z.object({ body: z.string().max(10_000), name: z.string().min(1).max(100) }),
  allowed: canWorkLeads,
  async run(work, { body, name }) {
    const own = await readValues(work, undefined)
    const first_name = name.split(/\s+/)[0] ?? name
    const { text, unknown } = fillVariables(body, { ...own, name, first_name, lead: '12' })
    return { text, unknown }
  },
})
