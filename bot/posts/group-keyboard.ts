import type { ReplyKeyboardMarkup } from 'grammy/types'

/** What the desk has to be allowed in the team's group. */
export const deskRights = {
  can_manage_topics: true,
  can_pin_messages: true,
  can_delete_messages: true,
} as const

/** Names the request, so that its answer is known for the answer to it. */
export const groupRequest = 1

/** The rights that a chooser of groups asks for: all others are left as they are. */
const noRights = {
  is_anonymous: false,
  can_manage_chat: false,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
}

/**
 * A button that lets its presser choose a forum and makes the bot an administrator of it with the rights that it needs.
 * Telegram wants the person to have those rights himself, and that of making administrators.
 */
export const groupKeyboard = (text: string): ReplyKeyboardMarkup => ({
  keyboard: [
    [
      {
        text,
        request_chat: {
          request_id: groupRequest,
          chat_is_channel: false,
          chat_is_forum: true,
          request_title: true,
          bot_administrator_rights: { ...noRights, can_manage_chat: true, ...deskRights },
          user_administrator_rights: {
            ...noRights,
            can_manage_chat: true,
            can_promote_members: true,
            ...deskRights,
          },
        },
      },
    ],
  ],
  resize_keyboard: true,
  one_time_keyboard: true,
})
