import { expect, test } from 'vitest'
import { paceOf } from './pace-of.ts'

test.each([
  ['an ordinary number', {}, 80],
  ['a number of which Meta says that it is ordinary', { throughput: 'STANDARD', coexistence: 'false' }, 80],
  ['an upgraded number', { throughput: 'HIGH' }, 1000],
  ['a number that is shared with the app on a phone', { throughput: 'HIGH', coexistence: 'true' }, 20],
  ['a number of which Meta says something new', { throughput: { level: 9 } }, 80],
])('%s sends at its own pace', (_name, facts, perSecond) => {
  expect(paceOf(facts)).toEqual({ perSecond, person: { everyMs: 6000, burst: 45 } })
})
