import { join } from 'node:path'
import type { SettingsOf } from '../config.ts'
import { createDiskStore } from './create-disk-store.ts'
import type { mediaSettings } from './media-settings.ts'
import type { MediaStore } from './media-store.ts'

/** The store that the settings ask for: a bucket where one is named, else the folder `media` of the data folder. */
export async function openMediaStore(
  settings: SettingsOf<typeof mediaSettings>,
  dataDir: string,
): Promise<MediaStore> {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_ENDPOINT } = settings
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return createDiskStore(join(dataDir, 'media'))
  const { openS3Store } = await import('./open-s3-store.ts')
  return openS3Store({
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT } : {}),
    region: settings.S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    prefix: settings.S3_PREFIX,
    forcePathStyle: settings.S3_FORCE_PATH_STYLE ?? S3_ENDPOINT !== undefined,
  })
}
