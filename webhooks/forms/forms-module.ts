import type { ChannelModule } from '../channel-module.ts'
import { createLeadPort } from '../leads/lead-port.ts'
import { optionalSecret } from '../meta/meta-settings.ts'
import { createFormReader } from './read-form.ts'

export const formsShape = {
  FORMS_TOKEN: optionalSecret('The secret part of the address that website forms and Pabbly post to.'),
}

/** Website forms, Pabbly and whatever else posts JSON: they come to us whole. */
export const formsModule: ChannelModule = {
  networks: ['forms'],
  sources: ['forms'],
  createReader: createFormReader,
  createPorts: () => [createLeadPort('forms')],
  settings: formsShape,
}
