/** All that the bot acts on; named in full, because Telegram's default leaves kinds out. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'message_reaction',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const
