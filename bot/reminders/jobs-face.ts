import type { Say } from '#core/i18n.ts'
import type { JobState } from '#core/jobs/list-jobs.ts'
import type { Face } from '../posts/post-content.ts'
import { escapeHtml } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { tellMoment } from './tell-moment.ts'

const jobKeys: Record<string, string> = {
  assignment: 'job-assignment',
  digests: 'job-digests',
  notices: 'job-notices',
  reminders: 'job-reminders',
  snoozes: 'job-snoozes',
}
const sayJob = (say: Say, name: string): string => {
  const key = Object.hasOwn(jobKeys, name) ? jobKeys[name] : undefined
  return key ? say(key) : name
}

/** What the desk does by the clock: how often, when it ran, and how it failed last. */
export function jobsFace(voice: Voice, states: JobState[], timeZone: string): Face {
  const { say } = voice
  const told = states.map((state) => {
    const { lastRunAt, lastFailedAt, failure, isLate } = state
    return [
      `${isLate ? '⚠️' : '✅'} <b>${escapeHtml(sayJob(say, state.name))}</b>`,
      say('job-every', { count: state.everySeconds }),
      lastRunAt ? say('job-ran', { when: tellMoment(voice, lastRunAt, timeZone) }) : say('job-never'),
      ...(isLate ? [say('job-late')] : []),
      ...(lastFailedAt
        ? [
            say('job-failed', {
              when: tellMoment(voice, lastFailedAt, timeZone),
              why: escapeHtml(failure ?? ''),
            }),
          ]
        : []),
    ].join('\n')
  })
  return { html: [`🕰 <b>${say('jobs-title')}</b>`, ...told].join('\n\n') }
}
