import type { Sql } from '../database/sql.ts'

/** A post that is shown in the message of another. */
export interface FoldedPost {
  [column: string]: unknown
  id: string
  content: Record<string, unknown>
}

interface Leader {
  organization_id: string
  chat_id: string
  id: string
  topic_key: string | null
  lease_token: string
  content: Record<string, unknown>
}

/** As many posts as one message shows, and as many characters of theirs: the network takes 4096, marks not counted. */
const mostFolded = 10
const mostCharacters = 3_500

/**
 * Claims the posts that follow one in its place and may be shown in its message: all that may fold and stand below the same
 * (in a private chat the card of their lead), up to the first that may not, so that none overtakes another. Its chat is
 * the caller's, so nobody else can have them.
 */
export function claimFollowers(sql: Sql, leader: Leader, leaseSeconds: number): Promise<FoldedPost[]> {
  return sql.query<FoldedPost>(
    `with behind as (
       select p.id, row_number() over line as place, sum(length(p.content->>'html')) over line as characters,
         bool_and(p.folds and p.reply_to_key is not distinct from first.reply_to_key and p.target_key is null
           and p.due_at <= now()) over line as fits
       from staff_post p join staff_post first on first.organization_id = $1 and first.id = $2
       where p.organization_id = $1 and p.chat_id = $3 and p.topic_key is not distinct from $4 and p.state = 'pending'
         and p.urgency = first.urgency and p.id > $2
       window line as (order by p.id)
     ), claimed as (
       update staff_post p set attempts = p.attempts + 1, lease_token = $5,
         lease_until = now() + make_interval(secs => $6)
       from behind b where p.organization_id = $1 and p.id = b.id and b.fits and b.place < ${mostFolded}
         and b.characters + $7 <= ${mostCharacters}
       returning p.id, p.content
     )
     select * from claimed order by id`,
    [
      leader.organization_id,
      leader.id,
      leader.chat_id,
      leader.topic_key,
      leader.lease_token,
      leaseSeconds,
      typeof leader.content.html === 'string' ? leader.content.html.length : 0,
    ],
  )
}
