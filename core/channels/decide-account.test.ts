import { expect, it } from 'vitest'
import { decideAccount, type StoredAccount } from './decide-account.ts'
import type { AccountState } from './inbound-item.ts'

const fresh: StoredAccount = {
  id: 'a',
  network: 'telegram_business',
  account: '77',
  name: '77',
  state: 'stopped',
  reason: null,
  settings: {},
  toldAt: null,
  hasToken: false,
}
const said = (
  second: number,
  state: AccountState['state'],
  more: Partial<AccountState> = {},
): AccountState => ({
  type: 'account-state',
  network: 'telegram_business',
  account: '77',
  state,
  at: new Date(second * 1000),
  ...more,
})
const types = (before: StoredAccount, ...words: AccountState[]) => decideAccount(before, words).event?.type

it('is connected by the first word, stopped by a later one, and taken up again', () => {
  expect(types(fresh, said(1, 'connected'))).toBe('channel.connected')
  const active = decideAccount(fresh, [said(1, 'connected')]).account
  expect(types(active, said(2, 'stopped'))).toBe('channel.stopped')
  const stopped = decideAccount(active, [said(2, 'stopped')]).account
  expect(types(stopped, said(3, 'connected'))).toBe('channel.resumed')
  expect(types(active, said(3, 'connected'))).toBeUndefined()
})
it('stays as the newest word says, in whatever order the words come', () => {
  const one = decideAccount(fresh, [said(2, 'stopped'), said(1, 'connected', { settings: { a: 'old' } })])
  expect(one.account).toMatchObject({ state: 'stopped', settings: { a: 'old' } })
  const two = decideAccount(one.account, [said(1, 'connected')])
  expect(two).toMatchObject({ account: { state: 'stopped' }, event: undefined })
})
it('keeps settings that are not spoken of, and the name that a person gave', () => {
  const known = { ...fresh, hasToken: true, name: 'Front desk', settings: { a: '1', b: '2' } }
  const { account } = decideAccount(known, [said(1, 'connected', { name: 'x', settings: { b: '3' } })])
  expect(account).toMatchObject({ name: 'Front desk', settings: { a: '1', b: '3' } })
})
