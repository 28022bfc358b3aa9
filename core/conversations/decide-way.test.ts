import { expect, it } from 'vitest'
import { decideWay } from './decide-way.ts'
import type { Way } from './way.ts'

const now = new Date('2026-11-02T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const way = (more: Partial<Way> = {}): Way => ({
  conversationId: 'c',
  channelAccountId: 'a',
  threadId: 't',
  network: 'instagram',
  channelName: 'Atlas Gym',
  channelState: 'active',
  lastInboundAt: hoursAgo(1),
  lastMessageAt: hoursAgo(1),
  comment: null,
  isElsewhere: false,
  blocked: false,
  optedOut: false,
  hasTemplates: false,
  ...more,
})
const port = {
  can: new Set(['text', 'file', 'template'] as const),
  replyWindowHours: 24,
  humanAgentHours: 168,
}
const text = { kind: 'text' } as const

it('lets free text go while the window is open, and not a moment longer', () => {
  expect(decideWay(way({ lastInboundAt: hoursAgo(23.9) }), port, text, now)).toEqual({ within: 'window' })
  expect(decideWay(way({ lastInboundAt: hoursAgo(24) }), port, text, now)).toEqual({
    refused: 'reply-window-closed',
  })
  expect(decideWay(way({ lastInboundAt: null }), port, text, now)).toEqual({ refused: 'reply-window-closed' })
})
it('lets a network without a window take text at any time', () => {
  expect(decideWay(way({ lastInboundAt: hoursAgo(900) }), { can: port.can }, text, now)).toEqual({
    within: 'window',
  })
})
it('sends as a person only when a member says so, only after the window, and only as long as the network grants', () => {
  const asHuman = { ...text, humanAgent: true }
  expect(decideWay(way(), port, asHuman, now)).toEqual({ within: 'window' })
  expect(decideWay(way({ lastInboundAt: hoursAgo(100) }), port, asHuman, now)).toEqual({
    within: 'human-agent',
  })
  expect(decideWay(way({ lastInboundAt: hoursAgo(169) }), port, asHuman, now)).toMatchObject({
    refused: expect.any(String),
  })
  const without = { can: port.can, replyWindowHours: 24 }
  expect(decideWay(way({ lastInboundAt: hoursAgo(30) }), without, asHuman, now)).toMatchObject({
    refused: expect.any(String),
  })
})
it('lets a template go at any time, but no advertising to those who want none', () => {
  const late = { lastInboundAt: hoursAgo(500), optedOut: true }
  expect(decideWay(way(late), port, { kind: 'template' }, now)).toEqual({ within: 'window' })
  expect(decideWay(way(late), port, { kind: 'template', isMarketing: true }, now)).toEqual({
    refused: 'opted-out',
  })
})
it('answers a comment once, within seven days, with a text', () => {
  const comment = (answered: boolean, hours: number) =>
    way({ comment: { externalId: 'x', at: hoursAgo(hours), answered } })
  expect(decideWay(comment(false, 30), port, text, now)).toEqual({ within: 'comment' })
  expect(decideWay(comment(true, 30), port, text, now)).toEqual({ refused: 'comment-answered' })
  expect(decideWay(comment(false, 169), port, text, now)).toEqual({ refused: 'comment-too-old' })
  expect(decideWay(comment(false, 30), port, { kind: 'file' }, now)).toEqual({ refused: 'kind-not-carried' })
})
it('sends nothing to a person who blocked the business, a template neither', () => {
  expect(decideWay(way({ blocked: true }), port, { kind: 'template' }, now)).toEqual({
    refused: 'person-blocked',
  })
})
it('sends nothing that the network cannot carry', () => {
  expect(decideWay(way(), port, { kind: 'reaction' }, now)).toEqual({ refused: 'kind-not-carried' })
})
it('lets nothing go while another app answers, not even as a person, but the private answer to a comment', () => {
  const elsewhere = { isElsewhere: true, lastInboundAt: hoursAgo(30) }
  for (const humanAgent of [false, true]) {
    expect(decideWay(way(elsewhere), port, { ...text, humanAgent }, now)).toEqual({
      refused: 'answered-elsewhere',
    })
  }
  expect(decideWay(way({ isElsewhere: true }), port, { kind: 'file' }, now)).toMatchObject({
    refused: 'answered-elsewhere',
  })
  const comment = { externalId: 'c1', at: hoursAgo(1), answered: false }
  expect(decideWay(way({ ...elsewhere, comment }), port, text, now)).toEqual({ within: 'comment' })
})
