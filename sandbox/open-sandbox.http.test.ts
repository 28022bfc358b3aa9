import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSandbox, type Sandbox } from './open-sandbox.ts'

let folder: string
let statePath: string
let sandbox: Sandbox
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  statePath = join(folder, 'state.json')
  sandbox = await openSandbox({ statePath })
})
afterEach(async () => {
  await sandbox.close()
  rmSync(folder, { recursive: true })
})

const control = (method: string, path: string, body?: unknown) =>
  fetch(`${sandbox.url}/playground/api${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

function statusWith(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${sandbox.url}/playground/api/state`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('the control API', () => {
  it('is closed to other sites and to names that only point here', async () => {
    expect(await statusWith({})).toBe(200)
    expect(await statusWith({ origin: sandbox.url })).toBe(200)
    expect(await statusWith({ origin: 'https://evil.example' })).toBe(403)
    expect(await statusWith({ host: 'evil.example' })).toBe(403)
  })

  it('tells what is wrong with a request in a sentence', async () => {
    const response = await control('POST', '/faults', { target: 'moon', kind: 'drop' })
    expect(response.status).toBe(400)
    expect(((await response.json()) as { error: string }).error).toContain('"target" must be one of')
    expect((await control('GET', '/nothing')).status).toBe(404)
  })

  it('streams what happens', async () => {
    const response = await control('GET', '/events')
    const reader = response.body?.getReader()
    await reader?.read()
    await control('POST', '/faults', { target: 'telegram', kind: 'http-500', times: 1 })
    const chunk = await reader?.read()
    expect(Buffer.from(chunk?.value ?? []).toString()).toContain('"type":"faults"')
    await reader?.cancel()
  })
})

it('people, chats and updates that wait are still there after a restart', async () => {
  const token = '77:abc'
  await control('PUT', '/telegram/bots', { token, username: 'desk_bot', firstName: 'Desk' })
  const ana = (await (await control('POST', '/staff', { firstName: 'Ana', languageCode: 'fr' })).json()) as {
    id: number
  }
  await control('POST', `/staff/${ana.id}/chats/bot:desk_bot/messages`, {
    media: { kind: 'photo' },
    caption: 'kept',
  })
  await sandbox.close()
  sandbox = await openSandbox({ statePath })
  const updates = await fetch(`${sandbox.url}/telegram/bot${token}/getUpdates`)
  const { result } = (await updates.json()) as {
    result: { message: { caption: string; photo: { file_id: string }[] } }[]
  }
  expect(result[0]?.message.caption).toBe('kept')
  const file = await fetch(
    `${sandbox.url}/telegram/bot${token}/getFile?file_id=${result[0]?.message.photo[0]?.file_id}`,
  )
  expect(file.status).toBe(200)
  const again = await fetch(`${sandbox.url}/telegram/bot${token}/sendMessage?chat_id=${ana.id}&text=back`)
  expect(((await again.json()) as { result: { message_id: number } }).result.message_id).toBe(2)
})

it('a group is the same after a restart: topics, who leads it, links into it, and what it became', async () => {
  const token = '77:abc'
  await control('PUT', '/telegram/bots', { token, username: 'desk_bot', firstName: 'Desk' })
  const person = async (firstName: string) =>
    ((await (await control('POST', '/staff', { firstName })).json()) as { id: number }).id
  const [ana, bo] = [await person('Ana'), await person('Bo')]
  const body = { title: 'Desk', basic: true, members: [ana, bo], bots: ['desk_bot'] }
  const old = ((await (await control('POST', '/groups', body)).json()) as { id: number }).id
  const upgraded = await control('PATCH', `/groups/${old}`, { isForum: true })
  const { id: group } = (await upgraded.json()) as { id: number }
  const api = async (method: string, params: Record<string, string | number>) => {
    const query = new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)]))
    const answer = await fetch(`${sandbox.url}/telegram/bot${token}/${method}?${query}`)
    return (await answer.json()) as { result: Record<string, unknown>; parameters?: unknown }
  }
  await control('PATCH', `/groups/${group}/members/${bo}`, { anonymous: true })
  const topic = (await api('createForumTopic', { chat_id: group, name: 'Lead' })).result.message_thread_id
  await api('closeForumTopic', { chat_id: group, message_thread_id: Number(topic) })
  await api('editGeneralForumTopic', { chat_id: group, name: 'Hall' })
  const link = (await api('createChatInviteLink', { chat_id: group })).result.invite_link
  await sandbox.close()
  sandbox = await openSandbox({ statePath })
  expect((await api('sendMessage', { chat_id: old, text: 'a' })).parameters).toEqual({
    migrate_to_chat_id: group,
  })
  expect((await api('getChatMember', { chat_id: group, user_id: bo })).result).toMatchObject({
    status: 'administrator',
    is_anonymous: true,
  })
  const staff = (await (await control('GET', '/staff')).json()) as {
    chats: { id: number; topics?: Record<string, unknown>[] }[]
  }[]
  expect(staff[0]?.chats.find(({ id }) => id === group)?.topics).toMatchObject([
    { id: 1, name: 'Hall', closed: false },
    { id: topic, name: 'Lead', closed: true },
  ])
  const cy = await person('Cy')
  expect((await control('POST', `/staff/${cy}/join`, { link })).status).toBe(201)
})
