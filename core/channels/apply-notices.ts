import type { Sql } from '../database/sql.ts'
import type { NewEvent } from '../events.ts'
import { applyTemplateNotices } from './apply-template-notices.ts'
import { endangerChannel, relieveChannel } from './endanger-channel.ts'
import { keepFacts } from './keep-facts.ts'
import type { HeardNotice } from './keep-notices.ts'

/** Acts upon what networks said of the accounts of one organization, in the order in which it was said. */
export async function applyNotices(
  sql: Sql,
  organizationId: string,
  notices: HeardNotice[],
): Promise<NewEvent[]> {
  const facts = new Map<string, Record<string, string>>()
  const templates = []
  const events: NewEvent[] = []
  for (const { accountId, meaning } of notices) {
    switch (meaning.kind) {
      case 'account-facts':
        facts.set(accountId, { ...facts.get(accountId), ...meaning.facts })
        break
      case 'template':
        templates.push({ accountId, meaning })
        break
      case 'danger': {
        const { kind: _, ...danger } = meaning
        events.push(...(await endangerChannel(sql, organizationId, accountId, [danger])))
        break
      }
      case 'relief':
        events.push(...(await relieveChannel(sql, organizationId, accountId, [meaning.code])))
        break
    }
  }
  if (facts.size > 0) await keepFacts(sql, organizationId, facts)
  if (templates.length > 0) events.push(...(await applyTemplateNotices(sql, organizationId, templates)))
  return events
}
