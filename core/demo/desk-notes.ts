import { type DemoScript, note } from './demo-script.ts'

/** How a lead reached the desk that has no conversation there. */
export type Doorway = 'chat' | 'form' | 'visit'

const script = (
  ending: DemoScript['ending'],
  lines: DemoScript['lines'],
  more: Partial<DemoScript> = {},
) => ({
  ending,
  lines,
  ...more,
})

/** What staff write down about people whom they met elsewhere than in a chat of the desk. */
export const deskNotes: Readonly<Record<Doorway, readonly DemoScript[]>> = {
  chat: [
    script(
      'converted',
      [
        note('Asked for prices in the direct messages, answered there. Comes for a trial on {day}.'),
        note('Trial went well, signed the yearly plan at the desk.', 4),
      ],
      { value: 390 },
    ),
    script(
      'converted',
      [
        note('Saw our {class} video. Sent the timetable and the price of the 10-class card.'),
        note('Bought the card, first class next week.', 2),
      ],
      { value: 95 },
    ),
    script('lost', [note('Only asked whether we are hiring. Gave the address for applications.')], {
      lostReason: 'Looking for a job',
    }),
    script(
      'lost',
      [note('Wanted the price, wrote 39 €, seen and no answer.'), note('Wrote once more, still nothing.', 6)],
      { lostReason: 'No answer any more', silentDays: 4 },
    ),
    script('follow_up', [
      note('Interested in {class}, but on holiday until the end of the month. Write again then.'),
    ]),
    script('contacted', [
      note('Asked about the women’s hours. Sent the timetable and an invitation to visit.'),
    ]),
    script('contacted', [
      note('Commented under the boxing post, moved to direct messages. Wants to come with two friends.'),
    ]),
  ],
  form: [
    script(
      'converted',
      [
        note('Called back: wants the couple’s plan. Tour on {day} {time}.'),
        note('Both signed after the tour.', 3),
      ],
      { value: 828 },
    ),
    script(
      'converted',
      [
        note('Phoned. Has been to a gym before and only wants a fair price: yearly plan explained.'),
        note('Came in and signed. Starts next week.', 2),
      ],
      { value: 390 },
    ),
    script(
      'lost',
      [note('The number rings, nobody picks up. Left a message.'), note('Third try, no luck.', 3)],
      { lostReason: 'Not reachable', silentDays: 3 },
    ),
    script('lost', [note('Was comparing three gyms and has signed with one nearer to work.')], {
      lostReason: 'Chose another gym',
    }),
    script('follow_up', [
      note('Spoke for five minutes: shoulder injury, sees the doctor first. Call again in two weeks.'),
    ]),
    script('follow_up', [note('Busy when I called, asked me to try again on {day} {time}.')]),
    script('contacted', [note('Called and explained the free trial; would rather pick the day online.')]),
  ],
  visit: [
    script(
      'converted',
      [
        note('Came in while passing by, got the tour and the price list. Liked the weights area.'),
        note('Back today, took the monthly plan.', 2),
      ],
      { value: 468 },
    ),
    script(
      'converted',
      [note('Friend of a member. Trained together with a day pass and signed right away.')],
      { value: 390 },
    ),
    script('lost', [note('Wanted a day pass only, from out of town. Nice talk.')], {
      lostReason: 'Only passing through',
    }),
    script('follow_up', [
      note('Looked around with two children. Kids’ class is full on Wednesday, call when a place is free.'),
    ]),
    script('contacted', [note('Asked at the desk about {class} for beginners. Took the timetable home.')]),
  ],
}
