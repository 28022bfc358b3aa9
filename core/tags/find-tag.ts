import type { Work } from '../command.ts'
import { DeskError } from '../errors.ts'

export interface Tag extends Record<string, unknown> {
  id: string
  name: string
}

/** @throws DeskError tag-not-found */
export async function findTag({ sql, organizationId }: Work, tagId: string): Promise<Tag> {
  const [tag] = await sql.query<Tag>('select id, name from tag where organization_id = $1 and id = $2', [
    organizationId,
    tagId,
  ])
  if (!tag) throw new DeskError('not-found', 'tag-not-found')
  return tag
}
