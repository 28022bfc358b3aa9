import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { testChannelModule } from '../channel.contract.ts'
import { isRecord, type JsonRecord } from '../meta/loose-json.ts'
import {
  attached,
  bakery,
  callWith,
  cdn,
  echoOf,
  eventOf,
  messageOf,
  ole,
  oleClaim,
} from './example-calls.ts'
import { messengerModule } from './messenger-module.ts'

const messages: JsonRecord[] = [
  { text: 'Grüße 👋' },
  { text: 'Yes', quick_reply: { payload: 'yes' } },
  { text: 'That one', reply_to: { mid: 'm_OLD', is_self_reply: false } },
  { text: 'Hi', referral: { source: 'ADS', ad_id: '44' } },
  ...['image', 'video', 'audio', 'file', 'reel', 'ig_reel', 'post'].map((type) =>
    attached(type, { url: cdn }),
  ),
  attached('sticker', { url: cdn, sticker_id: 369239263222822 }),
  attached('location', { coordinates: { lat: 54.3, long: 10.1 } }),
  attached('appointment_booking', { title: 'Tasting' }),
  attached('fallback'),
  attached('template', { template_type: 'button', text: 'Choose', buttons: [] }),
  attached('hologram', { url: cdn }),
].map((message, index) => messageOf({ mid: `m_KIND${index}`, ...message }))

const change = (field: string, value: JsonRecord) => callWith({ changes: [{ field, value }] })
const comment = {
  item: 'comment',
  verb: 'add',
  comment_id: '5_6',
  post_id: '1_5',
  from: { id: ole, name: 'Ole' },
}

testChannelModule(messengerModule, {
  callWith: (items) => callWith({ messaging: items }),
  messages: [
    ...messages,
    echoOf({ text: 'From the Page' }),
    eventOf({
      sender: { user_ref: 'REF-1' },
      postback: { mid: 'm_PRESSED', title: 'Start', payload: 'START' },
    }),
  ],
  externalIdOf: (event) => midOf(event.message) ?? midOf(event.postback) ?? '',
  calls: [
    callWith({ messaging: [eventOf({ delivery: { mids: ['m_OUT'], watermark: 1795077000000 } })] }),
    callWith({ messaging: [eventOf({ read: { watermark: 1795077000000 } })] }),
    callWith({ messaging: [eventOf({ reaction: { mid: 'm_OUT', action: 'unreact' } })] }),
    callWith({ messaging: [eventOf({ optin: { ref: 'footer', user_ref: 'REF-2' } })] }),
    callWith({ messaging: [{ recipient: { id: bakery }, 'policy-enforcement': { action: 'block' } }] }),
    callWith({ messaging: [eventOf({ pass_thread_control: { new_owner_app_id: '1' } })] }),
    callWith({ standby: [echoOf({ text: 'while another app answers' })] }),
    change('leadgen', { leadgen_id: '12021999999999999123', page_id: bakery, created_time: 1795077000 }),
    change('feed', comment),
    { field: 'messaging_postbacks', value: eventOf({ postback: { title: 'Start', payload: 'START' } }) },
  ],
  sending: [
    {
      network: 'messenger',
      account: { externalId: bakery, settings: {} },
      recipient: [oleClaim],
      accepted: { body: `{"recipient_id":"${ole}","message_id":"m_OUT"}`, externalId: 'm_OUT' },
      onTheWay: (path) => (path.endsWith('/message_attachments') ? '{"attachment_id":"88"}' : undefined),
      tokenRefused: {
        status: 400,
        body: '{"error":{"message":"Error validating access token","type":"OAuthException","code":190}}',
      },
      rateLimited: {
        status: 400,
        headers: { 'retry-after': '7' },
        body: '{"error":{"message":"Calls to this api have exceeded the rate limit.","code":613}}',
      },
      contents: [
        {
          kind: 'file',
          file: {
            kind: 'document',
            mime: 'application/pdf',
            fileName: 'menu.pdf',
            size: 4,
            open: async () => Readable.from([Buffer.from('menu')]),
            link: () => 'https://desk.example/files/menu.pdf?signature=x',
          },
        },
        { kind: 'buttons', body: 'When?', buttons: [{ id: 'today', title: 'Today' }] },
        { kind: 'reaction', target: 'm_OLE1', emoji: null },
      ],
    },
  ],
})

function midOf(part: unknown): string | undefined {
  return isRecord(part) && typeof part.mid === 'string' ? part.mid : undefined
}

test('Messenger leaves the calls of the other networks of Meta alone', () => {
  expect(messengerModule.claims?.({ object: 'instagram', entry: [{ messaging: [] }] })).toBeUndefined()
  expect(messengerModule.claims?.({ object: 'whatsapp_business_account' })).toBeUndefined()
  expect(messengerModule.claims?.({ entry: [{ id: '1', changes: [] }] })).toBeUndefined()
})
