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
