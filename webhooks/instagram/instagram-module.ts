import type { ChannelModule } from '../channel-module.ts'
import type { JsonRecord } from '../meta/loose-json.ts'
import { createInstagramPort } from './create-instagram-port.ts'
import { instagramShape } from './instagram-settings.ts'
import { createInstagramReader } from './read-instagram.ts'

export const instagramModule: ChannelModule = {
  networks: ['instagram'],
  sources: ['instagram'],
  claims: (call) => (isInstagram(call) ? 'instagram' : undefined),
  createReader: createInstagramReader,
  createPorts: (options) => [createInstagramPort(options)],
  settings: instagramShape,
}

/** Fields that no other network of Meta's has: the dashboard's test sends them without `object`. */
const ownFields = new Set<unknown>([
  'comments',
  'live_comments',
  'mentions',
  'story_insights',
  'messaging_seen',
])

function isInstagram(call: JsonRecord): boolean {
  return call.object === undefined ? ownFields.has(call.field) : call.object === 'instagram'
}
