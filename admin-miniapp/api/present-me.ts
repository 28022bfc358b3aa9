import type { FoundSession } from '#core/sessions/find-session.ts'
import type { Me } from '../contract.ts'
import { plainLine } from './plain-line.ts'
import type { Tongue } from './tongue.ts'
import { sayRole } from './words-of-lead.ts'

type Facts = Pick<FoundSession, 'name' | 'role' | 'roleName' | 'organization' | 'timeZone'>

/** The member who asks, as his page greets him. */
export const presentMe = ({ say, language }: Tongue, facts: Facts): Me => ({
  name: plainLine(facts.name, 64),
  role: facts.roleName === null ? sayRole(say, facts.role) : plainLine(facts.roleName, 40),
  organization: plainLine(facts.organization, 80),
  language,
  timeZone: facts.timeZone,
})
