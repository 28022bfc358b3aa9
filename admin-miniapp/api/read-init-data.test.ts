import { describe, expect, it } from 'vitest'
import { botToken, launchOf, signLaunch } from '../testing/sign-launch.ts'
import { longestAge, mostAhead, readInitData } from './read-init-data.ts'

const now = 1_764_200_000_000
const seconds = now / 1_000
const user = JSON.stringify({ id: 99, first_name: 'Amina' })
const signed = (more: Record<string, string> = {}) => launchOf(99, { auth_date: String(seconds), ...more })
const read = (initData: string, token = botToken) => readInitData(initData, token, now)

/** What reads is good; so that each refusal below is for the one thing that it changes. */
const good = signed()

describe("Telegram's launch data", () => {
  it('says who opened the page', () => {
    expect(read(good)).toEqual({ telegramUserId: 99, name: 'Amina B & C + D', language: 'fr' })
    expect(read(signLaunch({ user, auth_date: String(seconds) }))).toEqual({
      telegramUserId: 99,
      name: 'Amina',
    })
  })

  it('is read as Telegram documents it, with a hash that was made elsewhere', () => {
    // Computed with Python's hmac over 'auth_date=1764200000\nquery_id=Q\nuser={"id":99,"first_name":"A"}'.
    const vector =
      'query_id=Q&user=%7B%22id%22%3A99%2C%22first_name%22%3A%22A%22%7D&auth_date=1764200000&hash=31fb17eef9d4515184557109dd0ecf831fcc7305040853ac8b3304e980941e28'
    expect(read(vector, '1:test')).toEqual({ telegramUserId: 99, name: 'A' })
  })

  it('says what the link that opened it asked for', () => {
    expect(read(signed({ start_param: 'lead_x' }))?.asked).toBe('lead_x')
  })

  it('may come in any order: what is signed is sorted', () => {
    expect(read(good.split('&').toReversed().join('&'))).toBeDefined()
  })

  it.each([
    ['another person', good.replace('%22id%22%3A99', '%22id%22%3A98')],
    ['a field more', `${good}&start_param=lead_x`],
    ['a field less', good.replace(/query_id=[^&]*&/, '')],
    [
      'another order within the person',
      good.replace(/user=[^&]*/, `user=${encodeURIComponent('{"first_name":"Amina","id":99}')}`),
    ],
    ['the person twice', `${good}&user=${encodeURIComponent('{"id":1,"first_name":"X"}')}`],
    ['the person twice, first', `user=${encodeURIComponent('{"id":1,"first_name":"X"}')}&${good}`],
    ['the hash twice', `${good}&hash=${'0'.repeat(64)}`],
    ['the time twice', `${good}&auth_date=${seconds}`],
    ['a key twice, once encoded', good.replace('auth_date', '%61uth_date')],
    ['pluses for spaces', good.replaceAll('%20', '+')],
    [
      'an upper-case hash',
      good.replace(/hash=\w+/, (hash) => hash.replace(/[a-f]/g, (sign) => sign.toUpperCase())),
    ],
    ['a short hash', good.replace(/(hash=\w{62})\w+/, '$1')],
    ['a long hash', good.replace(/hash=\w+/, '$&00')],
    ['a hash of other letters', good.replace(/hash=\w{2}/, 'hash=zz')],
    ['an empty hash', good.replace(/hash=\w+/, 'hash=')],
    ['no hash', good.replace(/&hash=\w+/, '')],
    ["Telegram's other signature stripped", good.replace(/&signature=[^&]*/, '')],
    ['nothing', ''],
    ['no pairs', 'hello'],
    ['broken percents', `${good}&x=%zz`],
    ['a sign that ends the line', `${good}%0A`],
    ['too much', `${good}&x=${'a'.repeat(9_000)}`],
  ])('is refused with %s', (_what, initData) => {
    expect(initData).not.toBe(good)
    expect(read(initData)).toBeUndefined()
  })

  it("is refused when another bot's token signed it", () => {
    expect(read(launchOf(99, { auth_date: String(seconds) }, `4201:${'x'.repeat(35)}`))).toBeUndefined()
    expect(read(good, `4201:${'x'.repeat(35)}`)).toBeUndefined()
  })

  it.each([
    ['no time', undefined],
    ['the time 0', '0'],
    ['an empty time', ''],
    ['no number', 'now'],
    ['a time with a sign', `+${seconds}`],
    ['a time before 1970', '-1'],
    ['a time with decimals', `${seconds}.5`],
    ['a time in milliseconds', String(now)],
    ['a time too long ago', String(seconds - longestAge - 1)],
    ['a time too far ahead', String(seconds + mostAhead + 1)],
  ])('is refused with %s, however well it is signed', (_what, auth_date) => {
    expect(read(signLaunch({ user, ...(auth_date === undefined ? {} : { auth_date }) }))).toBeUndefined()
  })

  it.each([seconds - longestAge, seconds + mostAhead])('is good at the very ends of its time', (at) => {
    expect(read(signLaunch({ user, auth_date: String(at) }))).toBeDefined()
  })

  it.each([
    ['nobody', undefined],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['an id that is a text', '{"id":"99","first_name":"A"}'],
    ['an id that no number holds', '{"id":9007199254740993,"first_name":"A"}'],
    ['the id 0', '{"id":0,"first_name":"A"}'],
    ['a bot', '{"id":99,"first_name":"A","is_bot":true}'],
  ])('is refused where it names %s', (_what, who) => {
    const fields = { auth_date: String(seconds), ...(who === undefined ? {} : { user: who }) }
    expect(read(signLaunch(fields))).toBeUndefined()
  })
})
