import { MikroORM, UnderscoreNamingStrategy } from '@mikro-orm/postgresql'
import pg from 'pg'
import { ChannelAccount } from '../channels/channel-account.ts'
import { Message } from '../conversations/message.ts'
import { Lead } from '../leads/lead.ts'
import { Note } from '../leads/note.ts'
import { Organization } from '../organizations/organization.ts'
import { Invitation } from '../team/invitation.ts'
import { Member } from '../team/member.ts'
import { MessageTemplate } from '../templates/message-template.ts'
import { PlanKeepingClient } from './kept-plans.ts'
import { letGoOfLost } from './let-go-of-lost.ts'
import { connectionOptions } from './open-pool.ts'

export type Orm = Awaited<ReturnType<typeof openOrm>>

/**
 * Opens MikroORM for the domain's commands. Entities are data without relations: each command loads the rows that it
 * decides about, by their keys.
 *
 * @param url the application's login, never the owner's
 */
export async function openOrm(url: string, max: number) {
  const { connectionString, ...limits } = connectionOptions(url, 'parley-desk')
  return MikroORM.init({
    clientUrl: connectionString,
    entities: [ChannelAccount, Invitation, Lead, Member, Message, MessageTemplate, Note, Organization],
    namingStrategy: UnderscoreNamingStrategy,
    pool: { min: 0, max },
    // Dates as Date in raw rows too, as the other pool gives them.
    driverOptions: { ...limits, types: pg.types, Client: PlanKeepingClient, onPoolCreated: letGoOfLost },
    ensureDatabase: false,
    // Its log would carry queries with the values of people in them.
    logger: () => undefined,
  })
}
