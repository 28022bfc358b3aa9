import { describe, expect, it } from 'vitest'
import { languages } from './create-script-bags.ts'
import { deskNotes } from './desk-notes.ts'

const said = (lines: readonly { by: string; afterDays: number }[]) => lines.filter(({ by }) => by !== 'note')

describe.each(Object.entries(languages))('the scripts in %s', (_tongue, { scripts, days, times }) => {
  it('begin with the customer, and nobody is left without an answer before days of silence', () => {
    for (const { lines } of scripts) {
      expect(lines[0]?.by).toBe('customer')
      said(lines).forEach((line, index, all) => {
        if (line.afterDays > 0) expect([line.by, all[index - 1]?.by]).toEqual(['customer', 'staff'])
      })
    }
  })

  it('end with the staff where the lead stays open', () => {
    const open = scripts.filter(({ ending }) => ending === 'contacted' || ending === 'follow_up')
    for (const { lines } of open) expect(said(lines).at(-1)?.by).toBe('staff')
  })

  it('count days and times alike, so that a note tells the same as the talk', () => {
    expect([days.length, times.length]).toEqual([6, 7])
  })

  it('are many, with several ways to end, and say what a sale is worth and why one was lost', () => {
    expect(scripts.length).toBeGreaterThanOrEqual(16)
    for (const ending of ['converted', 'lost', 'follow_up', 'contacted']) {
      expect(
        scripts.filter((script) => script.ending === ending && !script.returning).length,
      ).toBeGreaterThan(1)
    }
    for (const script of [...scripts, ...Object.values(deskNotes).flat()]) {
      expect(script.value !== undefined).toBe(script.ending === 'converted')
      expect(script.lostReason !== undefined).toBe(script.ending === 'lost')
    }
  })
})
