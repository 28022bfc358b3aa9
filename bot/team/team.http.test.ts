import { afterEach, describe, expect, it } from 'vitest'
import { shortId } from '#core/new-id.ts'
import { makeMember, messageId as roleId } from '../testing/make-lead.ts'
import { openChat } from '../testing/open-chat.ts'

const other = shortId(makeMember('03').id)
const role = {
  id: roleId,
  name: 'Night <b>shift',
  members: 2,
  permissions: ['leads.read', 'leads.work'],
  scope: 'own',
  unclaimed: true,
}

let chat: Awaited<ReturnType<typeof openChat>>
afterEach(() => chat.close())

const open = async (
  as: Parameters<typeof openChat>[0] = 'owner',
  answers: Record<string, (input: never) => unknown> = {},
) => {
  chat = await openChat(as, {
    listMembers: () => [makeMember('02', { role: as }), makeMember('03')],
    listRoles: () => [role],
    listTeams: () => [{ id: roleId, name: 'North', members: 1 }],
    saveRole: () => ({ roleId }),
    changeMemberRole: () => undefined,
    setMemberTeam: () => ({ teamId: roleId }),
    removeRole: () => undefined,
    removeMember: () => undefined,
    readLeaving: () => ({
      id: makeMember('03').id,
      name: 'Agent 03',
      leads: 2,
      reminders: 1,
      quickReplies: 3,
    }),
    ...answers,
  })
  return chat
}

describe('the team', () => {
  it('has a page of each one over whom the member decides, and none for those who only work', async () => {
    await open()
    await chat.write('/team')
    expect(chat.buttons()).toEqual([`member:${shortId(makeMember('02').id)}`, `member:${other}`, 'roles'])
    await chat.close()
    await open('agent')
    await chat.write('/team')
    expect(chat.buttons()).toEqual([])
  })

  it('gives a member one of the four roles or one of the organization’s own', async () => {
    await open()
    await chat.press(`member-role:${other}`)
    expect(chat.buttons()).toContain(`give-role:${other}:${shortId(roleId)}`)
    await chat.press(`give-role:${other}:admin`)
    await chat.press(`give-role:${other}:${shortId(roleId)}`)
    expect(
      chat
        .done()
        .filter(({ name }) => name === 'changeMemberRole')
        .map(({ input }) => input),
    ).toEqual([
      { memberId: makeMember('03').id, to: { role: 'admin' } },
      { memberId: makeMember('03').id, to: { roleId } },
    ])
  })

  it('asks what a new team is called, and puts the member into it', async () => {
    await open()
    await chat.press(`team-new:${other}`)
    await chat.answer(chat.last(), ' North  Shore ')
    expect(chat.done()).toContainEqual(
      expect.objectContaining({
        name: 'setMemberTeam',
        input: { memberId: makeMember('03').id, team: { name: 'North  Shore' } },
      }),
    )
  })
})

describe('a role', () => {
  it('shows what it gives, with names escaped, and each press says what is to be', async () => {
    await open()
    await chat.press(`role:${shortId(roleId)}`)
    expect(chat.html()).toContain('Night &lt;b&gt;shift')
    expect(chat.buttons()).toContain(`role-set:${shortId(roleId)}:off:leads_work`)
    expect(chat.buttons()).toContain(`role-set:${shortId(roleId)}:on:phones_see`)
    await chat.press(`role-set:${shortId(roleId)}:on:phones_see`)
    await chat.press(`role-scope:${shortId(roleId)}:team`)
    await chat.press(`role-open:${shortId(roleId)}:no`)
    expect(
      chat
        .done()
        .filter(({ name }) => name === 'saveRole')
        .map(({ input }) => input),
    ).toEqual([
      { roleId, permissions: ['leads.read', 'leads.work', 'phones.see'] },
      { roleId, scope: 'team' },
      { roleId, unclaimed: false },
    ])
  })

  it('asks whose the leads of all who have it are to be before it works leads no more', async () => {
    const bearers = [makeMember('03').id, makeMember('04').id]
    const work = { name: 'Night <b>shift', memberIds: bearers, leads: 5, reminders: 1 }
    await open('owner', { readRoleWork: () => work })
    const short = shortId(roleId)
    await chat.press(`role-set:${short}:off:leads_work`)
    expect(chat.done()).toEqual([])
    expect(chat.html()).toMatch(
      /Night &lt;b&gt;shift[\s\S]*2 people have it[\s\S]*5 open leads\nOne reminder/,
    )
    const to = (where: string) => `role-leads:${short}:${where}`
    const colleague = makeMember('02').id
    expect(chat.buttons()).toEqual([to('free'), to(shortId(colleague)), to('stay'), `role:${short}`])
    for (const where of ['free', shortId(colleague), 'stay', 'x']) await chat.press(to(where))
    const narrowed = { roleId, permissions: ['leads.read'] }
    expect(chat.done().map(({ input }) => input)).toEqual([
      { ...narrowed, leads: 'free' },
      { ...narrowed, leads: { successorId: colleague } },
      narrowed,
    ])
  })

  it('works leads no more without a question where those who have it have none', async () => {
    await open('owner', { readRoleWork: () => ({ name: 'Night', memberIds: [], leads: 0, reminders: 0 }) })
    await chat.press(`role-set:${shortId(roleId)}:off:leads_work`)
    expect(chat.done()).toMatchObject([{ input: { roleId, permissions: ['leads.read'] } }])
  })

  it('is begun by its name', async () => {
    await open()
    await chat.press('role-new')
    await chat.answer(chat.last(), 'Weekend')
    expect(chat.done()).toContainEqual(
      expect.objectContaining({
        name: 'saveRole',
        input: {
          name: 'Weekend',
          permissions: ['leads.read', 'leads.work', 'contacts.merge', 'phones.see'],
          scope: 'own',
        },
      }),
    )
  })

  it('offers to invite to it', async () => {
    await open('owner', { inviteMember: () => ({ code: 'x', expiresAt: new Date(Date.now() + 86_400_000) }) })
    await chat.write('/invite')
    const offered = chat.buttons().find((data) => data?.endsWith(`:${shortId(roleId)}`))
    await chat.press(offered ?? '')
    await chat.write('Weekend help')
    expect(chat.done()).toContainEqual(
      expect.objectContaining({
        name: 'inviteMember',
        input: expect.objectContaining({ roleId, name: 'Weekend help' }),
      }),
    )
  })
})

describe('whoever leaves', () => {
  it('has his leads handed over by the tap that removes him', async () => {
    await open('owner', {
      listMembers: () => [
        makeMember('02', { role: 'owner' }),
        makeMember('03'),
        makeMember('04'),
        makeMember('05', { role: 'viewer' }),
      ],
    })
    await chat.press(`remove:${other}`)
    expect(chat.html()).toContain('2 open leads')
    const to = `remove-to:${other}:${shortId(makeMember('04').id)}`
    expect(chat.buttons()).toContain(`${to}:keep`)
    expect(chat.buttons().join()).not.toContain(shortId(makeMember('05').id))
    await chat.press(`remove:${other}:drop`)
    expect(chat.buttons()).toContain(`${to}:drop`)
    await chat.press(`${to}:drop`)
    expect(chat.done()).toContainEqual(
      expect.objectContaining({
        name: 'removeMember',
        input: { memberId: makeMember('03').id, successorId: makeMember('04').id, quickReplies: 'drop' },
      }),
    )
  })
})

describe('whoever works leads no more', () => {
  const changes = () =>
    chat
      .done()
      .filter(({ name }) => name === 'changeMemberRole')
      .map(({ input }) => input)
  const memberId = makeMember('03').id
  const listMembers = () => [
    makeMember('02', { role: 'owner' }),
    makeMember('03'),
    makeMember('04'),
    makeMember('05', { role: 'viewer' }),
  ]

  it('keeps his role until it is said whose his leads are to be', async () => {
    await open('owner', { listMembers })
    await chat.press(`give-role:${other}:viewer`)
    expect(changes()).toEqual([])
    expect(chat.html()).toContain('2 open leads')
    expect(chat.html()).toContain('One reminder')
    const to = `role-to:${other}:${shortId(makeMember('04').id)}:viewer`
    expect(chat.buttons()).toEqual([
      `role-free:${other}:viewer`,
      `role-to:${other}:${shortId(makeMember('02').id)}:viewer`,
      to,
      `member-role:${other}`,
    ])
    await chat.press(to)
    await chat.press(`role-free:${other}:viewer`)
    expect(changes()).toEqual([
      { memberId, to: { role: 'viewer' }, successorId: makeMember('04').id },
      { memberId, to: { role: 'viewer' } },
    ])
  })

  it('is asked the same of a role of the organization’s own, by a button that Telegram takes', async () => {
    await open('owner', { listMembers, listRoles: () => [{ ...role, permissions: ['leads.read'] }] })
    await chat.press(`give-role:${other}:${shortId(roleId)}`)
    expect(changes()).toEqual([])
    const to = chat.buttons().find((data) => data?.startsWith('role-to:')) ?? ''
    await chat.press(to)
    expect(changes()).toEqual([{ memberId, to: { roleId }, successorId: makeMember('02').id }])
  })

  it('is not asked where he has none, and a role that is gone or meant by two is refused', async () => {
    const twin = { ...role, id: `${roleId.slice(0, 8)}-9999-${roleId.slice(14)}` }
    const leaving = { id: memberId, name: 'Agent 03', leads: 0, reminders: 0, quickReplies: 0 }
    await open('owner', { listMembers, readLeaving: () => leaving, listRoles: () => [role, twin] })
    await chat.press(`give-role:${other}:viewer`)
    expect(changes()).toEqual([{ memberId, to: { role: 'viewer' } }])
    await chat.press(`role-free:${other}:${shortId(roleId).slice(-8)}`)
    await chat.press(`role-free:${other}:AAAAAAAA`)
    await chat.press(`role-free:${other}:x`)
    expect(changes()).toHaveLength(1)
  })
})
