import type { ReadDraft } from '../drafts/draft-face.ts'
import { leadId, makeMember } from './make-lead.ts'

export const draftId = '01a2b3c4-0000-7000-8000-0000000000d1'

/** A prepared answer of Agent 01's on the lead of `makeLead`, as the desk gives it. */
export const makeDraft = (changes: Partial<ReadDraft> = {}): ReadDraft => ({
  id: draftId,
  leadId,
  authorId: makeMember('01').id,
  author: 'Agent 01',
  editor: null,
  settledBy: null,
  lastBy: 'Agent 01',
  text: 'From 7 <on>',
  state: 'waiting',
  revision: 1,
  writtenAt: new Date('2026-11-20T10:00:00Z'),
  settledAt: null,
  seen: 'a1b2c3d4e5f6',
  isChanged: false,
  sinceCount: 0,
  since: [],
  chat: null,
  ...changes,
})

/** One that the customer has written after. */
export const staleDraft = (changes: Partial<ReadDraft> = {}): ReadDraft =>
  makeDraft({
    isChanged: true,
    sinceCount: 4,
    since: [
      {
        messageId: '01a2b3c4-0000-7000-8000-0000000000e5',
        direction: 'inbound',
        kind: 'text',
        body: 'And on <Sundays>?',
        data: {},
        at: new Date('2026-11-20T10:30:00Z'),
        by: null,
      },
      {
        messageId: '01a2b3c4-0000-7000-8000-0000000000e6',
        direction: 'outbound',
        kind: 'text',
        body: 'I will ask',
        data: {},
        at: new Date('2026-11-20T10:31:00Z'),
        by: 'Ben',
      },
    ],
    ...changes,
  })
