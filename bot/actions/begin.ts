import { beginWizard } from '../wizards/engine/begin-wizard.ts'
import type { Action } from './action.ts'

/** Begins a wizard by its name; `of` is what it is about, for the wizard to read. */
export const begin: Action = {
  verb: 'begin',
  async run(ctx, [name = '', of]) {
    await beginWizard(ctx, name, of === undefined ? {} : { of })
    return undefined
  },
}
