import { shortId } from '#core/new-id.ts'
import type { NoticeKind } from '#core/notices/notice-choice.ts'
import type { Gathered } from '#core/notices/read-gathered.ts'
import { callbackData } from '../callback-data.ts'
import type { Face } from '../posts/post-content.ts'
import { leadOf } from '../reminders/reminder-faces.ts'
import { cutLine } from '../text/cut-text.ts'
import { nameLine } from '../text/name-line.ts'
import type { Voice } from '../voice.ts'

const newsKeys: Record<NoticeKind, string> = {
  new: 'gathered-new',
  free: 'gathered-free',
  own: 'gathered-own',
  colleagues: 'gathered-colleagues',
  mentions: 'gathered-mentions',
}

/** What was put together for a member: each lead with how much is new of it, and buttons to open them. */
export function gatheredFace(voice: Voice, { total, leads }: Gathered): Face {
  const { say, mark } = voice
  const lines = leads.map((lead) => {
    const news = lead.news.map(({ kind, count }) => say(newsKeys[kind], { count })).join(', ')
    return `${mark}• ${leadOf(voice, lead)} – ${news}`
  })
  const more = total - leads.length
  return {
    html: [
      `🗂 <b>${say('gathered-title', { count: total })}</b>`,
      ...lines,
      ...(more > 0 ? [say('gathered-more', { count: more })] : []),
    ].join('\n'),
    buttons: [
      ...leads.map(({ id, number, name }) => [
        { text: cutLine(`#${number} ${nameLine(name)}`, 30), data: callbackData('open', shortId(id)) },
      ]),
      [{ text: say('button-notices'), data: callbackData('notices') }],
    ],
    subjects: leads.map(({ id }) => id),
  }
}
