import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId, shortId } from '#core/new-id.ts'
import { callbackData, readCallbackData } from './callback-data.ts'

describe('what a button carries', () => {
  it('is read back as it was written', () => {
    const id = shortId(newId())
    expect(readCallbackData(callbackData('set', id, 'follow_up'))).toEqual({
      verb: 'set',
      parts: [id, 'follow_up'],
    })
    expect(readCallbackData('team')).toEqual({ verb: 'team', parts: [] })
  })

  it('is never longer than Telegram takes', () => {
    expect(() => callbackData('set', 'x'.repeat(61))).toThrow('carries too much')
  })

  it('is refused without an exception when it is forged', () => {
    for (const data of [
      '',
      ':',
      'claim:',
      'claim::x',
      'CLAIM:x',
      'a:b:c:d:e',
      'claim:\u0000',
      'é',
      'x'.repeat(65),
    ]) {
      expect(readCallbackData(data)).toBeUndefined()
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (data) => void readCallbackData(data)))
  })
})
