import { z } from 'zod'
import { defineQuery } from '../command.ts'
import { isSystem } from '../policy.ts'
import { findAbsences } from './find-absences.ts'

/** The leads that go back because their owners are away, those that wait longest first. */
export const listAbsences = defineQuery({
  input: z.object({}),
  allowed: isSystem,
  run: (work) => findAbsences(work),
})
