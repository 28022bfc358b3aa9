import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { testChannelModule } from '../channel.contract.ts'
import { isRecord, type JsonRecord } from '../meta/loose-json.ts'
import {
  attached,
  bakery,
  callWith,
  cdn,
  commentOf,
  eventOf,
  marinaClaim,
  messageOf,
} from './example-calls.ts'
import { instagramModule } from './instagram-module.ts'

const messages: JsonRecord[] = [
  { text: 'Grüße 👋' },
  { text: 'Yes', quick_reply: { payload: 'yes' } },
  { text: 'Is it still there?', reply_to: { story: { id: '1', url: cdn } } },
  { text: 'That one', reply_to: { mid: 'mid.OLD' } },
  { text: 'From us', is_echo: true },
  { is_unsupported: true },
  { text: 'Hi', referral: { source: 'ADS', ad_id: '44', ads_context_data: { ad_title: 'Bread' } } },
  ...[
    'image',
    'video',
    'audio',
    'file',
    'media',
    'share',
    'ig_post',
    'reel',
    'ig_reel',
    'story',
    'ig_story',
  ].map((type) => attached(type, { url: cdn })),
  attached('story_mention', { url: cdn }),
  attached('template', { template_type: 'generic', elements: [{ title: 'Walnut bread' }] }),
  attached('hologram', { url: cdn }),
].map((message, index) => messageOf({ mid: `mid.KIND${index}`, ...message }))

testChannelModule(instagramModule, {
  callWith: (items) => callWith({ messaging: items }),
  messages: [
    ...messages,
    eventOf({ postback: { mid: 'mid.PRESSED', title: 'Opening hours', payload: 'HOURS' } }),
  ],
  externalIdOf: (event) => midOf(event.message) ?? midOf(event.postback) ?? '',
  calls: [
    callWith({ messaging: [eventOf({ read: { mid: 'mid.OURS' } })] }),
    callWith({ messaging: [eventOf({ reaction: { mid: 'mid.OURS', action: 'react', emoji: '👍' } })] }),
    callWith({ messaging: [messageOf({ is_deleted: true })] }),
    callWith({ messaging: [eventOf({ message_edit: { mid: 'mid.MARINA1', text: 'two', num_edit: '1' } })] }),
    callWith({ messaging: [eventOf({ referral: { ref: 'poster', source: 'IGME', type: 'OPEN_THREAD' } })] }),
    callWith({ messaging: [eventOf({ take_thread_control: { new_owner_app_id: '1' } })] }),
    callWith({ standby: [messageOf({ text: 'while another app answers' })] }),
    callWith({ field: 'comments', value: commentOf() }),
    callWith({ changes: [{ field: 'comments', value: commentOf() }] }),
    { field: 'comments', value: commentOf() },
  ],
  sending: [
    {
      network: 'instagram',
      account: { externalId: bakery, settings: { login: 'instagram' } },
      recipient: [marinaClaim],
      accepted: { body: '{"recipient_id":"900100200300","message_id":"mid.OUT"}', externalId: 'mid.OUT' },
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
            kind: 'image',
            mime: 'image/jpeg',
            fileName: 'cake.jpg',
            size: 4,
            open: async () => Readable.from([Buffer.from('cake')]),
            link: () => 'https://desk.example/files/cake.jpg?signature=x',
          },
        },
        { kind: 'buttons', body: 'When?', buttons: [{ id: 'today', title: 'Today' }] },
        { kind: 'reaction', target: 'mid.MARINA1', emoji: '❤️' },
      ],
    },
  ],
})

function midOf(part: unknown): string | undefined {
  return isRecord(part) && typeof part.mid === 'string' ? part.mid : undefined
}

test('Instagram leaves the calls of the other networks of Meta alone', () => {
  expect(instagramModule.claims?.({ object: 'page', entry: [] })).toBeUndefined()
  expect(instagramModule.claims?.({ object: 'whatsapp_business_account', entry: [] })).toBeUndefined()
  expect(instagramModule.claims?.({ field: 'leadgen', value: {} })).toBeUndefined()
})
