import { type Fields, isFields } from '../fields.ts'
import type { MetaOptions } from '../meta-options.ts'
import { openTestBench, type TestBench } from '../open-test-bench.ts'

export const instagram = { id: '310000000000009', token: 'IGtest' }
export const page = { id: '410000000000009', token: 'EAApage' }

/** The bench with an Instagram account, a Page, and a customer on each. */
export interface DirectBench extends TestBench {
  /** Every entry received so far, in order of arrival. */
  entries(): Fields[]
  /** Every event received so far in `messaging`, or in `standby`. */
  events(place?: 'messaging' | 'standby'): Fields[]
  /** The customers: their ids on the control API, and what the business calls them. */
  ines: { phone: string; id: string }
  tom: { phone: string; id: string }
  act(phone: string, wish: Fields): Promise<{ status: number; json: Fields }>
  as(token: string, path: string, body?: unknown, method?: string): Promise<{ status: number; json: Fields }>
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

export async function openDirectBench(options: MetaOptions = {}): Promise<DirectBench> {
  const bench = await openTestBench(options)
  await bench.control('PUT', '/meta/instagram', {
    instagramAccountId: instagram.id,
    accessToken: instagram.token,
  })
  await bench.control('PUT', '/meta/page', { pageId: page.id, pageAccessToken: page.token })
  const person = (name: string) => {
    const { id, userId } = bench.phone(name)
    return { phone: id, id: userId }
  }
  const ines = person('Inès Caron')
  const tom = person('Tom Becker')
  const entries = () =>
    bench.received.flatMap(({ body }) => list((JSON.parse(body.toString()) as Fields).entry))
  return {
    ...bench,
    ines,
    tom,
    entries,
    events: (place = 'messaging') => entries().flatMap((entry) => list(entry[place])),
    async act(phone, wish) {
      const { status, json } = await bench.control('POST', `/phones/${phone}/messages`, wish)
      return { status, json: json as Fields }
    },
    async as(token, path, body, method) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      return bench.graph(path, body, { headers, ...(method === undefined ? {} : { method }) })
    },
  }
}
