import { defineSettings } from '#core/config.ts'
import { findMetaProblems, metaShape } from './meta/meta-settings.ts'
import { findWhatsappProblems, whatsappShape } from './whatsapp/whatsapp-settings.ts'

/**
 * The settings of the customers' side. A network that is half set up is refused at start: it would fail
 * open.
 */
export const webhookSettings = defineSettings({
  title: "The customers' side: Meta's networks",
  shape: { ...metaShape, ...whatsappShape },
  problems: (values) => [...new Set([...findWhatsappProblems(values), ...findMetaProblems(values)])],
})
