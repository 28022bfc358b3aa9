import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '../../actor.ts'
import { loadWords } from '../../i18n.ts'
import { createLog } from '../../log.ts'
import { createDiskStore } from '../../media/create-disk-store.ts'
import { storeKey } from '../../media/media-store.ts'
import type { TestCore } from '../../testing/open-test-core.ts'
import type { ContactImport } from '../contact-import.ts'
import type { ImportOptions } from '../work/import-work.ts'
import { createImports } from '../work/run-imports.ts'

/** What a desk needs to import lists in a test, with a store of its own. */
export function openListDesk(test: TestCore, subscriptions: ImportOptions['subscriptions'] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-lists-'))
  const store = createDiskStore(join(folder, 'store'))
  const options: ImportOptions = {
    database: test.core.database,
    store,
    incoming: join(folder, 'incoming'),
    maxMb: 100,
    fetchers: [],
    subscriptions,
    words: loadWords(join(import.meta.dirname, '../../../locales')),
    log: createLog(process.env.TEST_LOG ?? 'silent'),
    onRecorded: () => undefined,
    isBusy: () => false,
  }
  let sent = 0
  type Member = Extract<Actor, { kind: 'member' }>

  /** Works until nothing is due. */
  async function work(more: Partial<ImportOptions> = {}): Promise<void> {
    const runner = createImports({ ...options, ...more, onFree: () => undefined })
    for (;;) {
      const claimed = await runner.run()
      if (claimed === 0) {
        const [due] = await test.rows(
          `select 1 from contact_import where due_at <= now() and lease_until > now()`,
        )
        if (!due) return
      }
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  const read = (actor: Actor, importId: string): Promise<ContactImport> =>
    test.desk.ask(actor, 'readImport', { importId })

  /** A list that lies in the store already, and was looked at. */
  async function send(actor: Member, content: string | Buffer, language = 'en'): Promise<string> {
    sent += 1
    const { importId } = await test.desk.perform(actor, 'beginImport', {
      fileName: 'people.csv',
      source: { network: 'telegram_staff', mediaId: `file ${sent}` },
      language,
      origin: { account: '7', chat: '1', message: sent },
    })
    const bytes = Buffer.from(content)
    await store.put(storeKey(actor.organizationId, importId), bytes, { mime: 'text/csv', size: bytes.length })
    await test.rows('update contact_import set stored_at = now() where id = $1', [importId])
    await work()
    return importId
  }

  async function check(actor: Member, importId: string): Promise<ContactImport> {
    await test.desk.perform(actor, 'checkImport', { importId })
    await work()
    return read(actor, importId)
  }

  return {
    options,
    store,
    folder,
    send,
    work,
    read,
    check,
    async run(actor: Member, content: string | Buffer): Promise<ContactImport> {
      const importId = await send(actor, content)
      await check(actor, importId)
      await test.desk.perform(actor, 'startImport', { importId })
      await work()
      return read(actor, importId)
    },
    async report(actor: Member, { report }: ContactImport): Promise<string> {
      const opened = report && (await store.open(storeKey(actor.organizationId, report.id)))
      return opened ? (await buffer(opened.stream)).toString() : ''
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
