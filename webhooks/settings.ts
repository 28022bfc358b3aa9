import { z } from 'zod'
import { defineSettings } from '#core/config.ts'
import { formsShape } from './forms/forms-module.ts'
import { googleLeadsShape } from './google-leads/google-leads-module.ts'
import { findInstagramProblems, instagramShape } from './instagram/instagram-settings.ts'
import { findLinkedinProblems, linkedinShape } from './linkedin-leads/linkedin-leads-module.ts'
import { findMessengerProblems, messengerShape } from './messenger/messenger-settings.ts'
import { findMetaProblems, metaShape } from './meta/meta-settings.ts'
import { telegramShape } from './telegram/telegram-module.ts'
import { findWhatsappProblems, whatsappShape } from './whatsapp/whatsapp-settings.ts'

/**
 * The settings of the customers' side. A network that is half set up is refused at start: it would fail
 * open.
 */
export const webhookSettings = defineSettings({
  title: "The customers' side",
  shape: {
    ...metaShape,
    ...whatsappShape,
    ...instagramShape,
    ...messengerShape,
    ...telegramShape,
    ...googleLeadsShape,
    ...linkedinShape,
    ...formsShape,
    TRUSTED_PROXIES: z
      .string()
      .default('127.0.0.1,::1')
      .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
      .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
      .describe(
        'Proxies (addresses or networks) whose X-Forwarded-For is believed, for the rates of forms and the Mini App',
      ),
  },
  problems: (values) => [
    ...new Set([
      ...findWhatsappProblems(values),
      ...findInstagramProblems(values),
      ...findMessengerProblems(values),
      ...findMetaProblems(values),
      ...findLinkedinProblems(values),
    ]),
  ],
})
