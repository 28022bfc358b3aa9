import { expect, test } from 'vitest'
import { deriveId } from './derive-id.ts'
import { isMid } from './is-mid.ts'

test.each([
  'm_AG5Hz2Uq7tuw',
  'mid.1457764197618:41d102a3e1ae206a38',
  'mid.$cAAJdkrCd2OR',
  'aWdfZAG1faXRlbToxOk1lc3NhZA==',
])('%s is a message that can be quoted', (id) => expect(isMid(id)).toBe(true))

test.each([
  deriveId('postback', [1]),
  deriveId('referral', [1]),
  deriveId('optin', [1]),
  deriveId('lead', [1]),
  deriveId('m_1:reaction', [1]),
  'm_1:deleted',
  'm_1:edit:2',
  `m_1:edit:${deriveId('at', [1])}`,
  'reaction:0199a3c2-7d10-7cc4-9a51-0b8d0c6f2e11',
  '17865799348089039',
  '1234_5678',
  '1234_5678:removed',
])('%s is not', (id) => expect(isMid(id)).toBe(false))
