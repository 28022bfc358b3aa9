/** A MessageEntity of the Bot API; offset and length in UTF-16 code units, as in JavaScript strings. */
export interface Entity {
  type: string
  offset: number
  length: number
  url?: string
  user?: { id: number; is_bot: boolean; first_name: string }
  language?: string
  custom_emoji_id?: string
}

export interface FormattedText {
  text: string
  entities: Entity[]
}

/** The order in which the Bot API lists entities: by place, the outer one first. */
export function sortEntities(entities: Entity[]): Entity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)
}
