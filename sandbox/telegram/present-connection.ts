import { presentAnyone } from './present-user.ts'
import type { BusinessConnection, World } from './world.ts'

/** A BusinessConnection of the Bot API; rights that are not held are left out. */
export function presentConnection(world: World, connection: BusinessConnection): Record<string, unknown> {
  const held = Object.entries(connection.rights).filter(([, holds]) => holds)
  return {
    id: connection.id,
    user: presentAnyone(world, connection.ownerId),
    user_chat_id: connection.ownerId,
    date: Math.floor(connection.at / 1000),
    rights: Object.fromEntries(held),
    is_enabled: connection.enabled,
  }
}
