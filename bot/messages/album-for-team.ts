import { accountOf, actorOf, type MemberContext } from '../context.ts'
import { answerBelow } from '../posts/answer-member.ts'
import { botActor } from '../posts/show-posts.ts'

const refusalKey = (album: string | number): string => `note-without-file:${album}`

/**
 * Says that a file that is meant for the team was sent to nobody. An album is meant as its one part with words says: the
 * parts before it are taken back, and those behind it are known by the refusal.
 */
export async function refuseForTeam(ctx: MemberContext, leadId: string): Promise<void> {
  const album = ctx.message?.media_group_id
  if (album !== undefined) {
    const origin = { account: accountOf(ctx), chat: ctx.place.chat }
    await ctx.tools.desk.perform(actorOf(ctx), 'callOffAlbum', { leadId, origin, album })
  }
  const key = refusalKey(album ?? ctx.message?.message_id ?? ctx.update.update_id)
  await answerBelow(ctx, 'note-without-file', ctx.voice.say('note-without-file'), { leadId, key })
}

/** Whether an earlier part of the same album has said that it is for the team. */
export async function isAlbumForTeam(ctx: MemberContext, leadId: string): Promise<boolean> {
  const album = ctx.message?.media_group_id
  if (album === undefined) return false
  const posts = await ctx.tools.desk.ask(botActor(ctx.member.organizationId), 'listPosts', {
    leadId,
    keyPrefix: refusalKey(album),
  })
  return posts.some(({ key }) => key === refusalKey(album))
}
