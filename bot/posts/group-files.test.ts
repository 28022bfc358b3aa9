import { expect, it } from 'vitest'
import { groupFiles } from './group-files.ts'
import type { FileManner } from './post-content.ts'

const file = (manner: FileManner, size = 1_000) => ({ manner, size })
const groups = (...files: ReturnType<typeof file>[]) =>
  groupFiles(files).map(
    ({ kind, number, items }) => `${kind}:${number} ${items.map(({ manner }) => manner).join(' ')}`,
  )

it('puts photos and videos together, and documents and music only among their own kind', () => {
  expect(
    groups(file('photo'), file('document'), file('video'), file('audio'), file('document'), file('audio')),
  ).toEqual(['seen:0 photo video', 'documents:0 document document', 'music:0 audio audio'])
})
it('leaves out what stands alone in Telegram', () => {
  expect(
    groups(file('voice'), file('photo'), file('sticker'), file('video_note'), file('animation')),
  ).toEqual(['seen:0 photo'])
})
it('makes another album of what is more than ten, or more than one upload may have', () => {
  expect(
    groupFiles(Array.from({ length: 12 }, () => file('photo'))).map(({ items }) => items.length),
  ).toEqual([10, 2])
  expect(groups(file('video', 30_000_000), file('video', 30_000_000), file('photo'))).toEqual([
    'seen:0 video',
    'seen:1 video photo',
  ])
})
