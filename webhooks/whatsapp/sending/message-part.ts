import type { JsonRecord } from '../../meta/loose-json.ts'

/** Where Meta finds a file: uploaded before, or to be fetched by Meta itself. */
export type FilePlace = { id: string } | { link: string }

/** The part of a message that its type names: `image: { id: … }`. */
export interface MessagePart {
  type: string
  part: JsonRecord
}

/** Checked content that only waits to know where its file is. Content without a file ignores the place. */
export type BuildPart = (place: FilePlace) => MessagePart
