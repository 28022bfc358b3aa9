import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AssignmentRule } from '#core/assignment/decide-assignment.ts'
import type { AssignmentOverview } from '#core/assignment/read-assignment.ts'
import { DeskError } from '#core/errors.ts'
import { shortId } from '#core/new-id.ts'
import type { OfficeHoursView } from '#core/office-hours/read-office-hours.ts'
import type { OwnShift } from '#core/presence/read-own-shift.ts'
import type { Shift } from '#core/presence/shift.ts'
import { makeMember } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'
import { ruleToken } from './rule-token.ts'

const karim = makeMember('03').id
const rosa = makeMember('04').id
const channel = '01a2b3c4-0000-7000-8000-0000000000c1'
const team = '01a2b3c4-0000-7000-8000-0000000000d1'
const rule: AssignmentRule = {
  id: '01a2b3c4-0000-7000-8000-0000000000e1',
  method: 'balanced',
  source: 'forms',
  target: { memberIds: [karim] },
}

let overview: AssignmentOverview
let office: OfficeHoursView
let own: OwnShift
let chat: Awaited<ReturnType<typeof openChat>>

beforeEach(async () => {
  overview = {
    method: 'claim',
    capacity: null,
    absenceMinutes: null,
    returnsOffShift: false,
    rules: [rule],
    members: [
      { id: karim, name: 'Karim <b>', open: 7, capacity: null, own: false },
      { id: rosa, name: 'Rosa', open: 2, capacity: 5, own: true },
    ],
    channels: [{ id: channel, name: 'Shop & Co', network: 'whatsapp' }],
    teams: [{ id: team, name: 'Paris' }],
    sources: ['forms', 'Summer fair: hall 3'],
    languages: ['fr'],
    waiting: 1,
  }
  office = {
    timeZone: 'Europe/Paris',
    week: [[{ opens: '09:00', closes: '17:00' }], [], [], [], [], [], []],
    isSet: true,
    holidays: ['2026-12-25'],
    isOpenNow: true,
  }
  own = { said: null, shift: 'on', waiting: 2 }
  chat = await openChat('owner', {
    readAssignment: () => overview,
    readOfficeHours: () => office,
    readOwnShift: () => own,
    setAssignment: (input: Partial<AssignmentOverview>) => void Object.assign(overview, input),
    setCapacity: () => undefined,
    setOfficeHours: () => undefined,
    addAssignmentRule: ({ ruleId }: { ruleId: string }) => {
      overview.rules = [...overview.rules, { ...rule, id: ruleId }]
    },
    changeAssignmentRule: () => undefined,
    moveAssignmentRule: () => undefined,
    removeAssignmentRule: () => undefined,
    setShift: ({ shift }: { shift: Shift | null }) => {
      own = { ...own, said: shift, shift: shift ?? 'on' }
    },
  })
})
afterEach(() => chat.close())

const done = () => chat.done().map(({ name, input }) => [name, input])
const id = shortId(rule.id)

describe('/shift', () => {
  test('by words or by buttons, shown in one place', async () => {
    await chat.write('/shift off')
    expect(chat.html()).toContain('Your shift is over')
    expect(chat.html()).toContain('2 customers of yours are waiting')
    const page = chat.last()
    await chat.press('shift:on', page)
    expect(chat.last()).toMatchObject({ targetKey: page?.key, content: { method: 'edit' } })
    await chat.press('shift:hours', page)
    expect(chat.html()).toContain('follows the office hours')
    expect(done()).toEqual([
      ['setShift', { shift: 'off' }],
      ['setShift', { shift: 'on' }],
      ['setShift', { shift: null }],
    ])
    await chat.write('/shift tomorrow')
    expect(chat.html()).toContain('/shift break')
    await chat.press('shift:forever', page)
    expect(done()).toHaveLength(3)
  })
})

describe('/assignment', () => {
  test('says how it is, and changes with one tap in its place', async () => {
    await chat.write('/assignment')
    const page = chat.last()
    expect(chat.html()).toMatch(
      /whoever claims them first[\s\S]*1 rule of your own comes first[\s\S]*1 lead waits/,
    )
    await chat.press('assign-set:method:balanced', page)
    expect(chat.html()).toContain('fewest open leads')
    expect(chat.last()).toMatchObject({ targetKey: page?.key })
    await chat.press('assign-set:absence:30', page)
    await chat.press('assign-set:shift:on', page)
    await chat.press('limit-all:10', page)
    await chat.press(`limit-set:${shortId(rosa)}:common`, page)
    expect(done()).toEqual([
      ['setAssignment', { method: 'balanced' }],
      ['setAssignment', { absenceMinutes: 30 }],
      ['setAssignment', { returnsOffShift: true }],
      ['setAssignment', { capacity: 10 }],
      ['setCapacity', { memberId: rosa, capacity: null }],
    ])
  })

  test('refuses what no button of it carries', async () => {
    for (const data of [
      'assign-set:method:lottery',
      'assign-set:absence:7',
      'limit-all:0',
      `limit-of:${shortId(channel)}`,
      'office-day:8',
      'office-set:1:toString',
      'holiday-off:soon',
      `rule:${shortId(channel)}`,
      'rule-kind:new:__proto__',
      'rule-value:new:sunknown',
      `rule-new:a:x${shortId(karim)}`,
      `rule-move:${id}:sideways`,
    ]) {
      await chat.press(data)
      expect(chat.toast(), data).not.toBe('')
    }
    expect(done()).toEqual([])
  })

  test('is not for agents: the desk’s refusal is what they see', async () => {
    const refusal = () => {
      throw new DeskError('forbidden', 'not-allowed')
    }
    const agent = await openChat('agent', { readAssignment: refusal, readOfficeHours: () => office })
    await agent.write('/assignment')
    expect(agent.html()).toContain('⚠️')
    await agent.press('office-ask:1')
    await agent.press('rule-about:new')
    expect(agent.posts()).toHaveLength(1)
    await agent.close()
  })
})

describe('a rule', () => {
  test('is made in three taps, once however often the last is heard', async () => {
    await chat.press('rule-about:new')
    expect(chat.buttons()).toContain('rule-kind:new:source')
    await chat.press('rule-kind:new:source')
    const token = ruleToken.source('Summer fair: hall 3')
    expect(chat.buttons()).toContain(`rule-value:new:${token}`)
    await chat.press(`rule-value:new:${token}`)
    const target = `rule-new:${token}:m${shortId(rosa)}`
    expect(chat.buttons()).toContain(target)
    await chat.press(target)
    await chat.press(target)
    const made = done()
    expect(made).toMatchObject([
      ['addAssignmentRule', { source: 'Summer fair: hall 3', target: { memberIds: [rosa] } }],
      ['addAssignmentRule', {}],
    ])
    expect(made[0]).toEqual(made[1])
  })

  test('can be of every kind, and its longest button is one that Telegram takes', async () => {
    for (const kind of ['channel', 'language', 'team', 'source']) {
      await chat.press(`rule-kind:${id}:${kind}`)
      const [value] = chat.buttons()
      await chat.press(value ?? '')
    }
    expect(done().map(([, input]) => input)).toEqual([
      { ruleId: rule.id, channelAccountId: channel },
      { ruleId: rule.id, language: 'fr' },
      { ruleId: rule.id, teamId: team },
      { ruleId: rule.id, source: 'forms' },
    ])
  })

  test('is changed, moved and deleted on its page', async () => {
    await chat.press('rules')
    expect(chat.html()).toContain('1. source Website form → Karim &lt;b&gt;')
    await chat.press(`rule:${id}`)
    expect(chat.html()).toContain('Goes to: Karim &lt;b&gt;')
    const page = chat.last()
    await chat.press(`rule-member:${id}:${shortId(rosa)}`, page)
    await chat.press(`rule-member:${id}:${shortId(karim)}`, page)
    expect(chat.toast()).toContain('needs somebody')
    await chat.press(`rule-team:${id}:${shortId(team)}`, page)
    await chat.press(`rule-method:${id}:turn`, page)
    await chat.press(`rule-move:${id}:up`, page)
    await chat.press(`rule-remove:${id}`, page)
    expect(done()).toEqual([
      ['changeAssignmentRule', { ruleId: rule.id, target: { memberIds: [karim, rosa] } }],
      ['changeAssignmentRule', { ruleId: rule.id, target: { teamId: team } }],
      ['changeAssignmentRule', { ruleId: rule.id, method: 'round-robin' }],
      ['moveAssignmentRule', { ruleId: rule.id, by: -1 }],
      ['removeAssignmentRule', { ruleId: rule.id }],
    ])
  })
})

describe('office hours', () => {
  test('are set by one tap for a day or several, or in words', async () => {
    await chat.press('office')
    expect(chat.html()).toMatch(/Monday: 9:00 AM–5:00 PM\nTuesday: closed/)
    expect(chat.html()).toContain('Open now')
    await chat.press('office-set:work:longer')
    await chat.press('office-ask:6')
    const question = chat.last()
    await chat.answer(question, '9-12:30, 14-18')
    await chat.answer(question, 'whenever')
    expect(chat.html()).toContain('could not read these hours')
    await chat.press('office-zone')
    await chat.answer(chat.last(), 'africa/cairo')
    expect(done()).toEqual([
      ['setOfficeHours', { weekdays: [1, 2, 3, 4, 5], spans: [{ opens: '09:00', closes: '18:00' }] }],
      [
        'setOfficeHours',
        {
          weekdays: [6],
          spans: [
            { opens: '09:00', closes: '12:30' },
            { opens: '14:00', closes: '18:00' },
          ],
        },
      ],
      ['setOfficeHours', { timeZone: 'africa/cairo' }],
    ])
  })

  test('have closed days, by date or in words, that a tap takes away', async () => {
    await chat.press('holiday-ask')
    const question = chat.last()
    for (const words of ['2027-01-01', 'December 31', 'soon enough']) await chat.answer(question, words)
    expect(chat.html()).toContain('could not read this day')
    await chat.press('holidays')
    expect(chat.buttons()).toContain('holiday-off:2026-12-25')
    await chat.press('holiday-off:2026-12-25')
    const days = done().map(([, input]) => input)
    expect(days[0]).toEqual({ addHolidays: ['2027-01-01'] })
    expect(JSON.stringify(days[1])).toMatch(/^\{"addHolidays":\["20\d\d-12-31"\]\}$/)
    expect(days[2]).toEqual({ removeHolidays: ['2026-12-25'] })
  })
})
