import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId, shortId } from '#core/new-id.ts'
import { inboundMessage, somePerson, writeIn } from '#core/testing/write-in.ts'
import { refusal, sessionAnswer } from '../contract.ts'
import { openMiniApp } from '../testing/open-mini-app.ts'
import { launchOf } from '../testing/sign-launch.ts'

let app: Awaited<ReturnType<typeof openMiniApp>>
let house: Awaited<ReturnType<typeof app.makeOrganization>>
let leadId: string
beforeAll(async () => {
  app = await openMiniApp()
  house = await app.makeOrganization('Atlas', '100001')
  ;({ leadId } = await writeIn(app, [inboundMessage('100001', { person: somePerson() })]))
})
afterAll(() => app.close())

const me = (token: string) => app.call('GET', '/me', { token })

describe('a session', () => {
  it("is begun with Telegram's launch data, in the member's language", async () => {
    const karim = await house.join('Karim')
    const initData = launchOf(karim.person.telegramUserId)
    const answer = await app.call('POST', '/sessions', { body: { initData } })
    expect(answer.status).toBe(201)
    const session = sessionAnswer.parse(answer.body)
    expect(session.me).toMatchObject({ name: 'Karim', organization: 'Atlas', language: 'fr' })
    const left = Date.parse(session.expiresAt) - Date.now()
    expect(left).toBeGreaterThan(50 * 60_000)
    expect(left).toBeLessThanOrEqual(60 * 60_000)
    expect((await me(session.token)).body).toEqual(session.me)
  })

  it('is kept as a hash alone', async () => {
    const token = await app.begin((await house.join('Hana')).person.telegramUserId)
    const rows = await app.rows<{ row: string }>('select staff_session::text as row from staff_session')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token.slice(22))
  })

  it.each([
    ['forged', (id: number) => launchOf(id, {}, `1:${'y'.repeat(35)}`), 401, 'launch-refused'],
    ['too old', (id: number) => launchOf(id, { auth_date: '1700000000' }), 401, 'launch-refused'],
    ['of a stranger', () => launchOf(31_337), 403, 'not-a-member'],
  ])('is not begun with data that is %s', async (_what, initData, status, code) => {
    const lena = await house.join('Lena')
    const answer = await app.call('POST', '/sessions', {
      body: { initData: initData(lena.person.telegramUserId) },
    })
    expect(answer.status).toBe(status)
    expect(refusal.parse(answer.body).error.code).toBe(code)
  })

  it.each([
    ['no JSON', { headers: { 'content-type': 'text/plain' }, body: {} }, 415],
    [
      'a form of another page',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: {} },
      415,
    ],
    ['nothing', { body: {} }, 400],
    ['a list', { body: [] }, 400],
    ['another field', { body: { initData: 'x', role: 'owner' } }, 400],
    ['too much', { body: { initData: 'x'.repeat(20_000) } }, 413],
  ])('is not begun with %s, and the answer says so', async (_what, options, status) => {
    const answer = await app.call('POST', '/sessions', options)
    expect(answer.status).toBe(status)
    expect(refusal.parse(answer.body).error.message).not.toBe('')
  })

  it('is over on the server when its member leaves it, and no other one is', async () => {
    const sara = await house.join('Sara')
    const [token, other] = [
      await app.begin(sara.person.telegramUserId),
      await app.begin(sara.person.telegramUserId),
    ]
    expect((await app.call('DELETE', '/sessions/current', { token })).status).toBe(204)
    expect((await me(token)).status).toBe(401)
    expect((await app.call('GET', `/leads/${leadId}`, { token })).status).toBe(401)
    expect((await me(other)).status).toBe(200)
  })

  it('is over at its end', async () => {
    const omar = await house.join('Omar')
    const token = await app.begin(omar.person.telegramUserId)
    await app.rows(`update staff_session set expires_at = now() where member_id = $1`, [omar.memberId])
    expect((await me(token)).body).toMatchObject({ error: { code: 'session-over' } })
  })

  it('opens nothing from the moment on when its member is off the team, nor does old launch data', async () => {
    const nora = await house.join('Nora')
    const initData = launchOf(nora.person.telegramUserId)
    const token = await app.begin(nora.person.telegramUserId)
    expect((await app.call('GET', `/leads/${leadId}`, { token })).status).toBe(200)
    await app.desk.perform(house.owner, 'removeMember', { memberId: nora.memberId })
    expect((await me(token)).status).toBe(401)
    expect((await app.call('GET', `/leads/${leadId}`, { token })).status).toBe(401)
    expect((await app.call('POST', '/sessions', { body: { initData } })).status).toBe(403)
    // Whichever way he left: the session alone makes nobody a member.
    const mark = (state: string) =>
      app.rows('update member set state = $2 where id = $1', [kept.memberId, state])
    const kept = await house.join('Kept')
    const session = await app.begin(kept.person.telegramUserId)
    await mark('removed')
    expect((await me(session)).status).toBe(401)
    await mark('active')
    expect((await me(session)).status).toBe(200)
    // Back on the team, he has to open the page again.
    await app.rows(`update member set state = 'active', removed_at = null where id = $1`, [nora.memberId])
    expect((await me(token)).status).toBe(401)
  })

  it('shows no more than the role of its member does now', async () => {
    const yara = await house.join('Yara')
    const token = await app.begin(yara.person.telegramUserId)
    expect((await app.call('GET', `/leads/${leadId}`, { token })).status).toBe(200)
    const { roleId } = await app.desk.perform(house.owner, 'saveRole', {
      name: 'Own leads',
      permissions: ['leads.read'],
      scope: 'own',
      unclaimed: false,
    })
    await app.desk.perform(house.owner, 'changeMemberRole', { memberId: yara.memberId, to: { roleId } })
    expect((await app.call('GET', `/leads/${leadId}`, { token })).status).toBe(404)
    expect((await app.call('GET', '/leads', { token })).body).toMatchObject({ leads: [] })
  })

  it.each(['', 'x', 'a'.repeat(65), '-'.repeat(65)])('is not guessed: %j', async (token) => {
    expect((await me(token)).status).toBe(401)
    expect((await me(`${shortId(house.organizationId)}${token.slice(0, 43)}`)).status).toBe(401)
  })

  it('is not taken from an address, a cookie, or another organization', async () => {
    const zoe = await house.join('Zoe')
    const token = await app.begin(zoe.person.telegramUserId)
    expect((await app.call('GET', `/me?token=${token}`)).status).toBe(401)
    expect((await app.call('GET', '/me', { headers: { cookie: `token=${token}` } })).status).toBe(401)
    const other = await app.makeOrganization('Other', '100009')
    expect((await me(shortId(other.organizationId) + token.slice(22))).status).toBe(401)
    expect((await me(token)).status).toBe(200)
  })

  it('is of the organization whose lead a link names, and else of the one that was joined last', async () => {
    const both = await house.join('Both')
    const other = await app.makeOrganization('Newer', '100008')
    const { memberId } = await other.join('Both')
    await app.rows('update member set telegram_user_id = $2 where id = $1', [
      memberId,
      both.person.telegramUserId,
    ])
    const organizationOf = async (more: Record<string, string>) => {
      const token = await app.begin(both.person.telegramUserId, more)
      return (await me(token)).body.organization
    }
    expect(await organizationOf({})).toBe('Newer')
    expect(await organizationOf({ start_param: `lead_${shortId(leadId)}` })).toBe('Atlas')
    expect(await organizationOf({ start_param: `lead_${shortId(newId())}` })).toBe('Newer')
    expect(await organizationOf({ start_param: 'lead_x' })).toBe('Newer')
  })

  it('is begun by one member so often and no more, whatever address he comes from', async () => {
    const { person } = await house.join('Hasty')
    const statuses = []
    for (let turn = 0; turn < 12; turn += 1) {
      const body = { initData: launchOf(person.telegramUserId) }
      statuses.push((await app.call('POST', '/sessions', { body })).status)
    }
    expect(statuses).toEqual([...Array(10).fill(201), 429, 429])
  })

  it('is asked for by one address so often and no more', async () => {
    const ask = () =>
      app.call('POST', '/sessions', { body: { initData: 'x' }, headers: { 'x-test-address': 'flood' } })
    const answers = []
    for (let turn = 0; turn < 18; turn += 1) answers.push(await ask())
    const late = answers.filter(({ status }) => status === 429)
    expect(late.length).toBeGreaterThan(0)
    expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('every answer', () => {
  it('is kept by nobody, and framed, guessed and sent on by nobody', async () => {
    for (const path of ['/me', '/leads', '/nowhere', '/leads/x/messages']) {
      const { headers } = await app.call('GET', path)
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      })
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it("speaks the reader's language, as far as it is known", async () => {
    const said = async (language: string) =>
      refusal.parse((await app.call('GET', '/me', { headers: { 'accept-language': language } })).body).error
        .message
    expect(new Set([await said('en'), await said('fr-CA, en;q=0.5'), await said('ar')]).size).toBe(3)
    expect(await said('tlh')).toBe(await said('en'))
  })
})
