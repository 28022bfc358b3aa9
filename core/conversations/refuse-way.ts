import { DeskError } from '../errors.ts'
import type { Refusal } from './decide-way.ts'

/**
 * Refuses an answer, with the ways that would work instead as `ways`, a list with commas:
 * - `template`: a template in the same conversation;
 * - `human-agent`: the same again with `humanAgent`;
 * - `channel:<conversationId>:<network>`: the same in that conversation;
 * - `template:<channelAccountId>:<network>`: a template of that account, which begins a conversation with the person.
 */
export function refuseWay(
  refusal: Refusal | 'no-way-to-answer',
  network: string,
  hours: number,
  list: string[],
): never {
  const ways = list.join(',')
  switch (refusal) {
    case 'no-way-to-answer':
      throw new DeskError('not-found', 'no-way-to-answer', { ways })
    case 'person-blocked':
      throw new DeskError('conflict', 'person-blocked', { network, ways })
    case 'kind-not-carried':
      throw new DeskError('invalid', 'kind-not-carried', { network, ways })
    case 'opted-out':
      throw new DeskError('conflict', 'opted-out', { ways })
    case 'comment-answered':
      throw new DeskError('conflict', 'comment-answered', { ways })
    case 'comment-too-old':
      throw new DeskError('conflict', 'comment-too-old', { ways })
    case 'answered-elsewhere':
      throw new DeskError('conflict', 'answered-elsewhere', { network, ways })
    case 'reply-window-closed':
      throw new DeskError('conflict', 'reply-window-closed', { hours, network, ways })
  }
}
