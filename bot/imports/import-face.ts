import type { ContactImport, Tally } from '#core/imports/contact-import.ts'
import { sayFault } from '#core/imports/say-fault.ts'
import { shortId } from '#core/new-id.ts'
import { callbackData } from '../callback-data.ts'
import type { Button, Face } from '../posts/post-content.ts'
import { escapeSigns, tame } from '../text/escape-html.ts'
import type { Voice } from '../voice.ts'
import { importTitle, sayRefusal } from './import-words.ts'
import { listButton } from './list-button.ts'
import { mappingFace } from './mapping-face.ts'

/** An import as it stands, in the one post that changes in place. */
export function importFace(voice: Voice, list: ContactImport): Face {
  if (list.state === 'mapping') return mappingFace(voice, list)
  const { lines, buttons } = stateOf(voice, list)
  return { html: [importTitle(voice, list), ...lines].join('\n\n'), buttons }
}

function stateOf(voice: Voice, list: ContactImport): { lines: string[]; buttons: Button[][] } {
  const { say } = voice
  const button = (text: string, verb: string): Button[] => [
    { text, data: callbackData(verb, shortId(list.id)) },
  ]
  const press = (text: string, choice: string) => [listButton(text, shortId(list.id), choice)]
  const stop = press(say('button-list-stop'), 'stop')
  switch (list.state) {
    case 'reading':
      return { lines: [say('import-reading')], buttons: [stop] }
    case 'checking':
      return { lines: [`🔍 ${say('import-checking')}`], buttons: [stop] }
    case 'checked': {
      const people = peopleOf(list.found)
      return {
        lines: [`🔍 ${say('import-checked')}`, tell(voice, list.found), ...faultLines(voice, list)],
        buttons: [
          ...(people > 0 ? [press(`▶️ ${say('button-list-start', { count: people })}`, 'start')] : []),
          press(say('button-list-change'), 'columns-0'),
          stop,
        ],
      }
    }
    case 'running':
      return {
        lines: [`⏳ ${progress(voice, list)}`],
        buttons: [button(say('button-list-halt'), 'list-stop')],
      }
    case 'done':
    case 'cancelled':
      return {
        lines: [
          list.state === 'done' ? `✅ ${say('import-done-all')}` : `✋ ${say('import-cancelled')}`,
          ...(list.failure ? [`⚠️ ${sayRefusal(say, list.failure)}`] : []),
          ...(list.done ? [tell(voice, list.done)] : []),
          ...(list.undoUntil ? [say('import-undo-hint')] : []),
        ],
        buttons: list.undoUntil ? [button(`↩️ ${say('button-list-undo')}`, 'list-undo')] : [],
      }
    case 'undoing':
      return { lines: [`⏳ ${say('import-undoing', { count: list.undone?.removed ?? 0 })}`], buttons: [] }
    case 'undone':
      return { lines: [`↩️ ${undone(voice, list)}`], buttons: [] }
    case 'refused':
      return {
        lines: list.failure ? [`⚠️ ${sayRefusal(say, list.failure)}`] : [],
        buttons: [],
      }
    default:
      return { lines: [], buttons: [] }
  }
}

const peopleOf = (tally: Tally | null): number => (tally ? tally.created + tally.matched : 0)

function tell({ say, mark }: Voice, tally: Tally | null): string {
  const { rows, created, matched, duplicates, faulty } = tally ?? {
    rows: 0,
    created: 0,
    matched: 0,
    duplicates: 0,
    faulty: 0,
  }
  return [
    say('import-count-rows', { count: rows }),
    `${mark}🆕 ${say('import-count-created', { count: created })}`,
    ...(matched > 0 ? [`👤 ${say('import-count-matched', { count: matched })}`] : []),
    ...(duplicates > 0 ? [`👯 ${say('import-count-duplicates', { count: duplicates })}`] : []),
    ...(faulty > 0 ? [`⚠️ ${say('import-count-faulty', { count: faulty })}`] : []),
  ].join('\n')
}

/** The first faults; all are in the file that comes with the check. */
function faultLines({ say, mark }: Voice, { faults, report }: ContactImport): string[] {
  if (faults.length === 0) return []
  const lines = faults.map(({ line, faults: found }) => {
    const words = found.map((fault) =>
      sayFault(say, { ...fault, column: tamed(fault.column), value: tame(fault.value) }),
    )
    return `${mark}${say('import-fault-line', { line: String(line) })} ${escapeSigns(words.join(' '))}`
  })
  return [lines.join('\n'), ...(report ? [say('import-report-hint')] : [])]
}

const tamed = (text: string | null) => (text === null ? null : tame(text))

const parts = 10

function progress({ say }: Voice, { done, found }: ContactImport): string {
  const [now, all] = [done?.rows ?? 0, Math.max(found?.rows ?? 0, 1)]
  const full = Math.min(parts, Math.floor((now / all) * parts))
  const bar = '▓'.repeat(full) + '░'.repeat(parts - full)
  return `${bar}\n${say('import-running', { done: now, all })}`
}

const undone = ({ say }: Voice, { undone: counts }: ContactImport): string =>
  [
    say('import-undone', { count: counts?.removed ?? 0 }),
    ...((counts?.kept ?? 0) > 0 ? [say('import-undone-kept', { count: counts?.kept ?? 0 })] : []),
  ].join('\n')

/** Asks once more, since leads go. */
export function undoFace(voice: Voice, list: ContactImport): Face {
  const { say } = voice
  const short = shortId(list.id)
  return {
    html: [importTitle(voice, list), say('import-undo-ask')].join('\n\n'),
    buttons: [
      [{ text: say('button-list-undo-yes'), data: callbackData('list-undo-yes', short) }],
      [{ text: say('button-list-back'), data: callbackData('list-show', short) }],
    ],
  }
}
