import { recognise } from '../../contacts/recognise.ts'
import type { Sql } from '../../database/sql.ts'
import { openLeads } from '../../leads/open-leads.ts'
import { newId } from '../../new-id.ts'
import { findOrAddTags } from '../../tags/find-or-add-tags.ts'
import type { ListedPerson } from '../reading/read-row.ts'
import type { ImportJob } from './import-work.ts'
import type { JudgedRow } from './judge-rows.ts'

/** What one note holds, in UTF-16 units; what is longer goes on in another. */
const noteLength = 4_000

/**
 * Writes people of a list as contacts and leads, for a whole step at once: whoever is known keeps his name, his lead and
 * its status, and gets the list's words as a note. Nothing is told to anybody and no automation begins: an import has one
 * summary.
 *
 * @param now by the database's clock
 * @throws MetAnother when another transaction made one of them meanwhile: try the whole step again
 */
export async function writePeople(
  sql: Sql,
  job: ImportJob,
  rows: readonly JudgedRow[],
  now: Date,
): Promise<void> {
  const organizationId = job.organization_id
  const people = rows.flatMap(({ known }) => known ?? [])
  if (people.length === 0) return
  const { places } = await recognise(
    sql,
    organizationId,
    people.map(({ identities, person: { name, language } }) => ({
      person: { identities, ...(name ? { name } : {}), ...(language ? { language } : {}) },
      network: 'manual',
      at: now,
      // A list only fills gaps: what staff, the address book or the person said of his name stays.
      nameSource: 'form',
    })),
  )
  const leads = await openLeads(
    sql,
    organizationId,
    people.map(({ person }, index) => ({
      contactId: places[index]?.contactId ?? '',
      sentAt: person.createdAt ?? now,
      source: 'import',
      manner: 'list',
      referral: { sourceType: 'import', sourceId: job.id, ref: person.source ?? job.file_name },
      begins: { status: person.status, ownerId: person.ownerId, key: keyOf(job, person.row) },
    })),
  )
  const placed = people.flatMap(({ person }, index) => {
    const [lead, place] = [leads[index], places[index]]
    return lead && place ? [{ person, ...lead, contactId: place.contactId }] : []
  })
  await sql.query(
    `insert into contact_import_row (organization_id, import_id, number, contact_id, lead_id, opened)
     select $1, $2, r.* from unnest($3::integer[], $4::uuid[], $5::uuid[], $6::boolean[])
       as r(number, contact_id, lead_id, opened)`,
    [
      organizationId,
      job.id,
      placed.map(({ person }) => person.row),
      placed.map(({ contactId }) => contactId),
      placed.map(({ leadId }) => leadId),
      placed.map(({ opens }) => opens),
    ],
  )
  const tagIds = await findOrAddTags(
    sql,
    organizationId,
    placed.flatMap(({ person }) => person.tags),
  )
  await tagLeads(
    sql,
    job,
    placed.flatMap(({ person, leadId }) =>
      person.tags.flatMap(({ key }) => {
        const tagId = tagIds.get(key)
        return tagId === undefined ? [] : [{ leadId, tagId }]
      }),
    ),
  )
  await writeNotes(
    sql,
    job,
    placed.flatMap(({ person, leadId }) =>
      cut(noteOf(person, tagIds)).map((body, part) => ({
        leadId,
        body,
        key: `${keyOf(job, person.row)}:${part}`,
      })),
    ),
  )
  const added = placed.filter(({ opens }) => !opens)
  if (added.length === 0) return
  await sql.query(
    `insert into activity (organization_id, id, lead_id, kind, actor_id, data)
     select $1, a.id, a.lead_id, 'lead.imported', $2, jsonb_build_object('importId', $3::text)
     from unnest($4::uuid[], $5::uuid[]) as a(id, lead_id)`,
    [organizationId, job.by_id, job.id, added.map(() => newId()), added.map(({ leadId }) => leadId)],
  )
}

/** The idempotency key of a row: no row of an import makes a second lead. */
const keyOf = ({ id }: ImportJob, row: number) => `import:${id}:${row}`

/** Of an organization that may have no more tags, those that it lacks stand in the note. */
const noteOf = ({ note, tags }: ListedPerson, tagIds: ReadonlyMap<string, string>): string =>
  [note, ...tags.flatMap(({ key, name }) => (tagIds.has(key) ? [] : [`#${name}`]))].filter(Boolean).join('\n')

async function tagLeads(
  sql: Sql,
  job: ImportJob,
  tags: readonly { leadId: string; tagId: string }[],
): Promise<void> {
  if (tags.length === 0) return
  await sql.query(
    `insert into lead_tag (organization_id, lead_id, tag_id, by_id)
     select $1, t.lead_id, t.tag_id, $2 from unnest($3::uuid[], $4::uuid[]) as t(lead_id, tag_id)
     on conflict do nothing`,
    [job.organization_id, job.by_id, tags.map(({ leadId }) => leadId), tags.map(({ tagId }) => tagId)],
  )
}

function cut(note: string): string[] {
  const parts: string[] = []
  for (let from = 0; from < note.length; ) {
    // Never between the halves of a character that needs two units.
    const part = note.slice(from, from + noteLength)
    const whole = /[\ud800-\udbff]$/.test(part) && part.length > 1 ? part.slice(0, -1) : part
    if (whole.trim() !== '') parts.push(whole)
    from += whole.length
  }
  return parts
}

async function writeNotes(
  sql: Sql,
  job: ImportJob,
  notes: { leadId: string; body: string; key: string }[],
): Promise<void> {
  if (notes.length === 0) return
  await sql.query(
    `insert into note (organization_id, id, lead_id, author_id, body, idempotency_key)
     select $1, n.id, n.lead_id, $2, n.body, n.key
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[]) as n(id, lead_id, body, key)`,
    [
      job.organization_id,
      job.by_id,
      notes.map(() => newId()),
      notes.map(({ leadId }) => leadId),
      notes.map(({ body }) => body),
      notes.map(({ key }) => key),
    ],
  )
}
