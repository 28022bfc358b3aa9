import type { ChannelPort } from '#core/channels/channel-port.ts'
import type { ChannelModule } from '../channel-module.ts'
import { createLeadPort } from '../leads/lead-port.ts'
import { dropUndefined } from '../meta/drop-undefined.ts'
import { optionalSecret } from '../meta/meta-settings.ts'
import { createFormReader } from './read-form.ts'

export const formsShape = {
  FORMS_TOKEN: optionalSecret('The secret part of the address that website forms and Pabbly post to.'),
}

/** Files came with the form and are in the store already. */
const fetchMedia: NonNullable<ChannelPort['fetchMedia']> = async (
  _account,
  { mediaId, mime, fileName, size },
) => {
  const upload = /^upload:([\da-f-]{36})$/.exec(mediaId ?? '')?.[1]
  if (upload === undefined) {
    return { outcome: 'gone', failure: { code: 'no-upload', title: 'This file did not come with the form.' } }
  }
  return { outcome: 'found', value: dropUndefined({ upload, mime, fileName, size }) }
}

/** Website forms, Pabbly and whatever else posts JSON: they come to us whole. */
export const formsModule: ChannelModule = {
  networks: ['forms'],
  sources: ['forms'],
  createReader: createFormReader,
  createPorts: () => [createLeadPort('forms', { fetchMedia })],
  settings: formsShape,
}
