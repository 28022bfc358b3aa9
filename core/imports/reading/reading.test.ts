import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeFormula, unescapeFormula } from '../escape-formula.ts'
import { analyseList } from './analyse-list.ts'
import { detectDelimiter } from './detect-delimiter.ts'
import { ListFault } from './list-fault.ts'
import { delimiters, type Encoding } from './list-format.ts'
import { readCountryWord } from './read-country-word.ts'
import { readDate, suggestDateOrder } from './read-date.ts'
import { type ListRecord, readRecords } from './read-records.ts'
import { readLanguage, readStatus, readUsername } from './read-words.ts'
import { createSorter } from './sort-rows.ts'
import { suggestMapping } from './suggest-mapping.ts'

/** The bytes in pieces of any size, as a file comes. */
async function* inPieces(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
const analyse = (bytes: Buffer, language = 'en') =>
  analyseList(() => inPieces(bytes, 1024), { language, country: null })
async function recordsOf(bytes: Buffer, encoding: Encoding = 'utf-8', delimiter = ',' as const) {
  const records: ListRecord[] = []
  for await (const record of readRecords(inPieces(bytes), { encoding, delimiter })) records.push(record)
  return records
}
const utf16 = (text: string, bom = true) => Buffer.from(`${bom ? '\ufeff' : ''}${text}`, 'utf16le')

describe('reading any file', () => {
  it('never breaks: it is read, or refused with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const content = Buffer.from(bytes)
        try {
          const { format, columns, mapping } = await analyse(content)
          expect(mapping.targets).toHaveLength(columns.length)
          for await (const _ of readRecords(inPieces(content), format));
        } catch (error) {
          expect(error).toBeInstanceOf(ListFault)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('loses no row: each is imported, faulty or a duplicate, and every cell is as it was written', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '+33639949001',
        '06 39 94 90 01',
        'rosa@example.com',
        '=1+1',
        'a"b',
        'x\ny',
        'é,;|\t',
        '؟ علي',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(...delimiters),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (table, delimiter, end) => {
          const text = stringify(table, { delimiter, record_delimiter: end, quoted: true })
          const wanted = table
            .map((row) =>
              row.map((value) => value.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '').trim()),
            )
            .filter((row) => row.some((value) => value !== ''))
          const records: ListRecord[] = []
          for await (const record of readRecords(inPieces(Buffer.from(text)), {
            encoding: 'utf-8',
            delimiter,
          })) {
            records.push(record)
          }
          expect(records.map(({ cells }) => cells)).toEqual(wanted)
          const columns = ['a', 'b', 'c'].map((heading) => ({ heading, samples: [] }))
          const mapping = {
            targets: ['phone' as const, 'email' as const, 'keep' as const],
            dateOrder: 'dmy' as const,
            country: 'FR',
          }
          const sort = createSorter({ columns, mapping, owners: new Map(), now: new Date() })
          const sorted = records.map(sort)
          expect(sorted.map(({ row }) => row)).toEqual(records.map((_, index) => index + 1))
          expect(sorted.every(({ person, faults }) => (person === undefined) === faults.length > 0)).toBe(
            true,
          )
          const phones = sorted.flatMap(({ person }) => person?.identities.map(({ value }) => value) ?? [])
          expect(new Set(phones).size).toBe(phones.length)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('tells in which line of the file a row begins', async () => {
    const text = 'a,b\r\n"x\r\ny",1\r\n\r\n ,\r\nlast,2'
    expect((await recordsOf(Buffer.from(text))).map(({ line }) => line)).toEqual([1, 2, 6])
  })

  it('refuses what is beyond its limits', async () => {
    const wide = Buffer.from(Array.from({ length: 201 }, (_, index) => index).join(','))
    await expect(recordsOf(wide)).rejects.toMatchObject({ code: 'too-many-columns', limit: 200 })
    const long = Buffer.from(`a,b\n${'x'.repeat(300_000)}`)
    await expect(recordsOf(long)).rejects.toMatchObject({ code: 'record-too-long', line: 2 })
    await expect(recordsOf(Buffer.from('a,b\n1,2\n3,"4\n5,6'))).rejects.toMatchObject({
      code: 'quote-open',
      line: 3,
    })
  })
})

describe('encodings', () => {
  const text = 'Nom;Téléphone\nRenée;+33639949001\n'
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 with its mark', utf16(text), 'utf-16le'],
    ['UTF-16 without', utf16(text, false), 'utf-16le'],
    ['big-endian UTF-16', utf16(text).swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
  ])('%s is found out, and read the same', async (_name, bytes, encoding) => {
    const { format, columns, mapping } = await analyse(bytes)
    expect(format).toEqual({ encoding, delimiter: ';', hasHeader: true })
    expect(columns).toEqual([
      { heading: 'Nom', samples: ['Renée'] },
      { heading: 'Téléphone', samples: ['+33639949001'] },
    ])
    expect(mapping.targets).toEqual(['name', 'phone'])
  })

  it('Windows-1256 is taken for it where the person speaks Arabic', async () => {
    // "الاسم" in windows-1256.
    const heading = Buffer.from([0xc7, 0xe1, 0xc7, 0xd3, 0xe3])
    const bytes = Buffer.concat([heading, Buffer.from(';x\nA;+33639949001\n')])
    const { format, columns } = await analyse(bytes, 'ar')
    expect([format.encoding, columns[0]?.heading]).toEqual(['windows-1256', 'الاسم'])
  })
})

describe('what columns are', () => {
  it.each([
    ['en', ['Full Name', 'Mobile', 'E-mail', 'Assigned to', 'Date added', 'Shoe size']],
    ['fr', ['Nom complet', 'Portable', 'Courriel', 'Responsable', 'Date de création', 'Pointure']],
    ['ar', ['الاسم الكامل', 'رقم الجوال', 'البريد الإلكتروني', 'المسؤول', 'تاريخ الإضافة', 'المقاس']],
  ])('is found by headings (%s)', (_language, names) => {
    expect(suggestMapping(names, [], names.length, null).targets).toEqual([
      'name',
      'phone',
      'email',
      'owner',
      'created',
      'keep',
    ])
  })

  it('is one field once, and "nom" beside "prénom" is the family name', () => {
    expect(suggestMapping(['Prénom', 'Nom', 'Statut', 'Status'], [], 4, null).targets).toEqual([
      'first_name',
      'last_name',
      'status',
      'keep',
    ])
  })

  it('is found by what stands in them', () => {
    const rows = [
      ['a@example.com', '06 39 94 90 01', 'x'],
      ['', '0639949002', 'y'],
    ]
    expect(suggestMapping(undefined, rows, 3, 'FR').targets).toEqual(['email', 'phone', 'keep'])
  })

  it('is cut by the sign that cuts most rows alike', () => {
    expect(detectDelimiter('a;b,c\n1;2\n3;4,5\n')).toBe(';')
    expect(detectDelimiter('a\tb\n1\t2\n')).toBe('\t')
    expect(detectDelimiter('sep=|\na,b|c\n')).toBe('|')
    expect(detectDelimiter('one\ntwo\n')).toBe(',')
  })
})

describe('words of a list', () => {
  const now = new Date('2026-11-26T12:00:00Z')
  const day = (written: string, order: 'dmy' | 'mdy' = 'dmy') =>
    readDate(written, order, now)?.toISOString().slice(0, 10)

  it('are dates in any order and digits, of the calendar and of the past', () => {
    expect([day('2025-02-03'), day('03/02/2025'), day('2.3.2025', 'mdy'), day('٠٣/٠٢/٢٠٢٥')]).toEqual([
      '2025-02-03',
      '2025-02-03',
      '2025-02-03',
      '2025-02-03',
    ])
    expect(readDate('2025-02-03T10:00:00+02:00', 'dmy', now)?.toISOString()).toBe('2025-02-03T08:00:00.000Z')
    expect([day('31/02/2025'), day('2027-01-01'), day('0202-01-01'), day('soon'), day('13/13/2025')]).toEqual(
      [undefined, undefined, undefined, undefined, undefined],
    )
    expect([suggestDateOrder(['01/02/2025', '01/13/2025']), suggestDateOrder(['1/2/2025'])]).toEqual([
      'mdy',
      'dmy',
    ])
  })

  it('are statuses, languages, usernames and countries in three languages', () => {
    expect(['Won', 'à relancer', 'خسارة', 'Hot'].map(readStatus)).toEqual([
      'converted',
      'follow_up',
      'lost',
      undefined,
    ])
    expect(['fr-CA', 'Französisch', 'français', 'العربية', 'English'].map(readLanguage)).toEqual([
      'fr',
      undefined,
      'fr',
      'ar',
      'en',
    ])
    expect(['@Rosa_1', 'https://t.me/rosa', 'no spaces here'].map(readUsername)).toEqual([
      'rosa_1',
      'rosa',
      undefined,
    ])
    expect(['fr', '+212', '0049', 'المغرب', 'États-Unis', 'nowhere'].map(readCountryWord)).toEqual([
      'FR',
      'MA',
      'DE',
      'MA',
      'US',
      undefined,
    ])
  })

  it('are no formulas in what we give out, and come back as they were', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '＝', '"=', ' ='),
        (text, sign) => {
          const cell = escapeFormula(sign + text)
          expect(cell).not.toMatch(/^["\s]*[=+\-@＝＋－＠\t\r]/u)
        },
      ),
    )
    for (const cell of ['=1+1', '+33639949001', 'plain', "'tis"]) {
      expect(unescapeFormula(escapeFormula(cell))).toBe(cell)
    }
  })
})
