import type { SettingsOf } from '#core/config.ts'
import type { ApiOptions } from './channel-module.ts'
import type { webhookSettings } from './settings.ts'

/** Where Meta's API is and whose app speaks to it, by the environment. */
export function metaApi(values: SettingsOf<typeof webhookSettings>): ApiOptions['meta'] {
  const { META_GRAPH_ROOT: root, META_GRAPH_VERSION: version } = values
  const { META_APP_SECRET: appSecret, INSTAGRAM_APP_SECRET: instagramSecret } = values
  return {
    root,
    version,
    ...(appSecret ? { appSecret } : {}),
    ...(instagramSecret ? { instagramSecret } : {}),
  }
}
