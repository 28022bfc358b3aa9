import { decideRecipients } from '#core/reminders/decide-recipients.ts'
import { reminderPostPrefix } from '#core/reminders/withdraw-posts.ts'
import { privatePost } from '../posts/private-post.ts'
import { botActor } from '../posts/show-posts.ts'
import { dueFace } from '../reminders/reminder-faces.ts'
import { createVoice } from '../voice.ts'
import { noticeOf } from './notice.ts'
import { readColleagues } from './team.ts'

/** A reminder's time has come. What was changed since is not told; an answer to it reaches the customer. */
export const reminderDue = noticeOf('reminder.due', async (tools, { organizationId, data }) => {
  const { reminderId, version } = data
  const actor = botActor(organizationId)
  const reminder = await tools.desk.ask(actor, 'readReminder', { reminderId })
  const team = await readColleagues(tools, organizationId)
  const posts = decideRecipients(reminder, team).map((member) => {
    const face = dueFace(createVoice(tools.words, member.language), reminder, member.id)
    const key = `${reminderPostPrefix(reminderId)}${version}`
    return privatePost(member.telegramUserId, key, { method: 'send', ...face }, { leadId: reminder.lead.id })
  })
  await tools.desk.perform(actor, 'announceReminder', { reminderId, version, posts })
})
