import { connect } from './connect.ts'
import type { Wizard } from './engine/wizard.ts'
import { importList } from './import.ts'
import { invite } from './invite.ts'
import { newLead } from './new-lead.ts'
import { quickReply } from './quick-reply.ts'
import { reconnect } from './reconnect.ts'
import { setup } from './setup.ts'

/** Every wizard. */
export const wizards: readonly Wizard[] = [connect, importList, invite, newLead, quickReply, reconnect, setup]
