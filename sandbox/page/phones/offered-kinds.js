import { words } from '../words.js'

const say = words.attach

const twoPhotos = { icon: 'stack', label: say.twoPhotos, now: () => ({ kind: 'image', files: 2 }) }

/**
 * What can be sent from a phone besides text, by network. `ask` names a dialog, `now` makes what is sent at once; the
 * menu shows them in this order.
 */
export const offeredKinds = {
  whatsapp: [
    { icon: 'photo', label: say.image, ask: 'image' },
    { icon: 'video', label: say.video, ask: 'video' },
    { icon: 'voice', label: say.voice, now: () => ({ kind: 'voice' }) },
    { icon: 'document', label: say.document, ask: 'document' },
    { icon: 'location', label: say.location, ask: 'location' },
    { icon: 'contact', label: say.contacts, ask: 'contact' },
    { icon: 'sticker', label: say.sticker, now: () => ({ kind: 'sticker' }) },
  ],
  instagram: [
    { icon: 'photo', label: say.image, ask: 'image' },
    twoPhotos,
    { icon: 'video', label: say.video, ask: 'video' },
    { icon: 'voice', label: say.voice, now: () => ({ kind: 'voice' }) },
    { icon: 'document', label: say.document, ask: 'document' },
    {
      icon: 'share',
      label: say.sharePost,
      now: () => ({ kind: 'share', as: 'ig_post', ...say.sample.post }),
    },
    {
      icon: 'share',
      label: say.shareReel,
      now: () => ({ kind: 'share', as: 'ig_reel', ...say.sample.post }),
    },
    { icon: 'story', label: say.storyReply, ask: 'story' },
    { icon: 'story', label: say.storyMention, now: () => ({ kind: 'story_mention' }) },
    { icon: 'comment', label: say.comment, ask: 'comment' },
    { icon: 'comment', label: say.mention, now: () => ({ kind: 'mention', text: say.sample.mention }) },
    { icon: 'tap', label: say.iceBreaker, now: () => ({ kind: 'postback', ...say.sample.iceBreaker }) },
    { icon: 'link', label: say.igLink, now: () => ({ kind: 'referral', referral: { ref: say.sample.ref } }) },
  ],
  messenger: [
    { icon: 'photo', label: say.image, ask: 'image' },
    twoPhotos,
    { icon: 'video', label: say.video, ask: 'video' },
    { icon: 'voice', label: say.voice, now: () => ({ kind: 'voice' }) },
    { icon: 'document', label: say.document, ask: 'document' },
    { icon: 'sticker', label: say.sticker, now: () => ({ kind: 'sticker' }) },
    { icon: 'share', label: say.sharePost, now: () => ({ kind: 'share', as: 'post', ...say.sample.post }) },
    { icon: 'comment', label: say.comment, ask: 'comment' },
    { icon: 'tap', label: say.getStarted, now: () => ({ kind: 'postback', ...say.sample.getStarted }) },
    { icon: 'link', label: say.meLink, now: () => ({ kind: 'referral', referral: { ref: say.sample.ref } }) },
    { icon: 'check', label: say.optin, now: () => ({ kind: 'optin' }) },
    {
      icon: 'check',
      label: say.checkbox,
      now: () => ({ kind: 'checkbox', userRef: `box-${Date.now()}`, ref: say.sample.ref }),
    },
    { icon: 'list', label: say.leadAd, now: () => ({ kind: 'lead_ad', answers: say.sample.leadAd }) },
  ],
}
