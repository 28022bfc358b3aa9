import {
  customer,
  type DemoLanguage,
  later,
  note,
  paper,
  photo,
  place,
  reaction,
  staff,
  voice,
} from './demo-script.ts'

export const english: DemoLanguage = {
  adOpeners: [
    'Hello! Can I get more info on this?',
    'Hi, I saw your ad and I’m interested.',
    'Hello, is this offer still available?',
  ],
  comebacks: [
    'Hi again, sorry for going quiet. Is the offer still on?',
    'Hello! Could I move my trial to {day} instead?',
    'Hi, quick question: do I need to bring my own towel and lock?',
    'Hey, I talked it over at home and I’d like to go ahead. What do you need from me?',
    'Hi! Is there still a place in the {class} class on {day}?',
    'Hi, one more thing, can I pay by bank transfer?',
    'Are you open on the public holiday next week?',
  ],
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  times: ['7:30 am', '10 am', '12:15', '5:30 pm', '6 pm', '6:30 pm', '7 pm'],
  classes: ['yoga', 'spinning', 'boxing', 'Pilates', 'HIIT', 'body pump'],
  kids: ['Maya', 'Leo', 'Noah', 'Zara', 'Adam', 'Ella', 'Theo'],
  scripts: [
    {
      ending: 'converted',
      value: 390,
      lines: [
        customer('[Hi|Hello|Hi there], how much is a membership?'),
        customer(
          '[I’d come about three times a week|I’d mostly use the weights area|I’m mostly after the gym floor, maybe a class now and then]',
        ),
        staff(
          'Hi {name}, {staff} here from {gym} 👋 It’s 39 € a month with everything included, or 390 € for the year, so two months free. Would you like to try it first? The trial is free.',
        ),
        customer('[Yes please, a trial sounds good|Trial first would be great]. Could I come on {day}?'),
        staff('{day} at {time} works. Bring trainers and a towel, and ask for me at the desk.'),
        reaction('👍'),
        staff('See you on {day}!'),
        note('Trial booked for {day} {time}. Show the weights area first.'),
        later(4, '[Loved it!|Really enjoyed the trial, thanks!] I’ll take the yearly one. How do I pay?'),
        staff(
          'Great to hear! I’ve just made your contract: you sign and pay at the desk on your next visit, card or cash. 390 € and you’re in.',
        ),
        customer('[Perfect, see you tomorrow|Brilliant, I’ll come by tomorrow evening]'),
      ],
    },
    {
      ending: 'converted',
      value: 348,
      lines: [
        customer(
          'Hello, I work nights so I would only come [between 9 and 3|in the mornings]. Is there a cheaper plan for that?',
        ),
        staff('Hello {name}! There is: off-peak is 29 € a month, Monday to Friday from 9 to 4.'),
        customer('And classes?'),
        staff(
          'Classes in those hours are included: yoga on Tuesday and Thursday at 10, Pilates on Wednesday at 11.',
        ),
        customer('That suits me [very well|perfectly]. Is there a joining fee?'),
        staff('Normally 20 €. If you sign up this week I’ll leave it out.'),
        later(1, 'OK let’s do it. Can I come tomorrow [at 10|around 11]?'),
        staff('Of course. You only need an ID and your bank details.'),
        customer('See you then'),
      ],
    },
    {
      ending: 'converted',
      value: 828,
      lines: [
        customer('Hey! My partner and I just moved to the area. Any deal for couples?'),
        photo('This is from your window, does it still apply?'),
        staff(
          'Hi {name}, welcome to the neighbourhood! Yes, that’s still on: 69 € a month for both of you, 12 months.',
        ),
        customer('Do we both have to come at the same time lol'),
        staff('Ha, no, everybody has their own card 😄'),
        customer('😂 good. We’d like to look around first'),
        staff('Come on {day} around {time}, I’ll show you both around.'),
        customer('Deal, see you then'),
        staff('Looking forward to meeting you both 👋'),
        note('Couple, just moved here. Tour {day} {time}.'),
        later(3, 'We’re in! We’ll sign on Saturday if that’s ok'),
        staff('Wonderful, the papers will be ready. See you Saturday!'),
      ],
    },
    {
      ending: 'converted',
      value: 300,
      lines: [
        customer('Hello, do you have anything for children? {kid} is 8'),
        staff(
          'Hello {name}! Yes: kids’ gym for 6 to 12 year-olds, Wednesdays at 2 pm and Sundays at 11. 25 € a month.',
        ),
        customer('What do they do there? [|{kid} is quite shy]'),
        staff(
          'Games, climbing, a bit of gymnastics, groups of ten at most. Our coach Inès is very good with the quiet ones. The first class is free and you can stay and watch.',
        ),
        customer('Can we come this Wednesday?'),
        staff(
          'Yes, I’ve put {kid} on the list for 2 pm. Sports shoes and a bottle of water are all you need.',
        ),
        later(8, '{kid} hasn’t stopped talking about it 😊 We’d like to sign up for the year'),
        staff('That makes our day! I need {kid}’s date of birth and a form signed by you, it’s at the desk.'),
        customer('I’ll sign on Sunday when we come'),
        reaction('❤️'),
      ],
    },
    {
      ending: 'converted',
      value: 95,
      lines: [
        voice(),
        staff(
          'Hi {name}, thanks for the voice note! If you travel that much, the 10-class card is the right thing: 95 €, valid for six months, any class.',
        ),
        customer('Oh nice, six months is fair. Can I use it for {class}?'),
        staff('Yes, all of them. You book in the app up to 2 hours before.'),
        customer('Then I take one. Can I pay online?'),
        staff('I’ve sent you the payment link by e-mail. Once it’s paid the ten classes are in your app.'),
        customer('Paid ✅'),
        staff('Got it, thank you! Enjoy the first one.'),
      ],
    },
    {
      ending: 'converted',
      value: 200,
      lines: [
        customer(
          'Hi, do you have personal trainers? I’m getting married in [three months|the summer] and need a plan 😅',
        ),
        staff(
          'Congratulations {name}! We do. 5 sessions are 200 €, and the first talk with the coach is free. Shall I book one?',
        ),
        customer('Yes please, the sooner the better'),
        staff('Marco would be your coach. He has {day} at {time} free for the first talk.'),
        customer('That works, book it please!'),
        staff('Done. He’ll measure, ask what you eat, and write a plan with you.'),
        note('PT with Marco. Wedding, so a firm date to work towards.'),
        later(3, 'Marco is great. I’ll take the 5 sessions'),
        staff('I’ll tell him, he’ll be happy. The invoice is on its way to your inbox.'),
      ],
    },
    {
      ending: 'lost',
      lostReason: 'Too expensive',
      lines: [
        customer('how much per month?'),
        staff(
          'Hi {name}! 39 € with all classes and the sauna, 29 € if you come in off-peak hours (weekdays 9 to 4).',
        ),
        customer('[hmm ok that’s more than I pay now|The one near my office is 25]'),
        staff(
          'I understand. What’s in there makes the difference: classes, sauna and a coach on the floor at all times. Shall I book you a free trial so that you can compare?',
        ),
        customer('[No thanks, I’ll stay where I am|Not for now, thank you though]'),
        staff('No problem at all. If things change, you know where we are 🙂'),
      ],
    },
    {
      ending: 'lost',
      lostReason: 'Too far away',
      lines: [
        customer('Hello where are you exactly?'),
        place(),
        customer('I live here'),
        staff(
          'Hi {name}, from there it’s about 40 minutes by bus, or 20 by car. We’re next to the central station and parking is free for two hours.',
        ),
        customer('Ah that’s too far for me [unfortunately|sadly], I don’t drive'),
        staff(
          'I see. Should you ever work near the station, many come at lunch time. Good luck with your training!',
        ),
        customer('Thank you for being honest!'),
      ],
    },
    {
      ending: 'lost',
      lostReason: 'No answer any more',
      silentDays: 11,
      lines: [
        customer('[Hi|Hello], I’d like to know more about the free trial'),
        staff(
          'Hi {name}! You get a day pass, a short tour and a free class if you like. Which day suits you?',
        ),
        customer('Maybe {day}, I’ll have to check'),
        staff('Take your time. I’ll keep {day} {time} for you until tomorrow evening.'),
        note('Did not come on {day}. Nobody picks up the phone.', 5),
      ],
    },
    {
      ending: 'lost',
      lostReason: 'Wants a pool',
      lines: [
        customer('Hi! Do you have a swimming pool?'),
        staff('Hi {name}, no pool, I’m afraid. We do have a sauna and a steam room.'),
        customer('Ah pity, swimming is the main thing for my back'),
        staff(
          'Makes sense. The city pool on the north side has lanes every morning. And for the back, our Pilates group is small and gentle, in case you’d like to add that.',
        ),
        customer('[Good tip, thanks. I’ll try the pool first|Thanks, I’ll go with the pool]'),
      ],
    },
    {
      ending: 'follow_up',
      lines: [
        customer(
          'Hello, I’m moving to the city [next month|for a new job] and looking for a gym with early opening hours',
        ),
        staff(
          'Hi {name}, we open at 7 from Monday to Friday, 9 on Saturday and 10 on Sunday. When do you arrive?',
        ),
        customer('Should be [around the 15th|in about three weeks]. Is there a contract?'),
        staff(
          'You choose: monthly at 39 €, which you can leave any time, or 390 € for a year. Shall I write to you when you’re here?',
        ),
        customer('Yes please do'),
        staff('Will do. Good luck with the move 📦'),
        note('Moves here soon, wants to train before work. Ask again when they have arrived.'),
      ],
    },
    {
      ending: 'follow_up',
      lines: [
        customer('Hi, I had a knee operation in spring. Can I train with you or is that a problem?'),
        staff(
          'Hi {name}! We have several members after knee operations. Our coach needs a note from your doctor or physio that says what you may do.',
        ),
        paper('physio-report.pdf'),
        customer('Is this enough?'),
        staff(
          'Thank you, that’s exactly what he needs. He says cycling and upper body are fine now, squats only after your check-up. When is that?',
        ),
        customer('In two weeks, on a {day}'),
        staff('Then let’s talk right after it, and he’ll write your plan with the new findings.'),
        note('Knee, check-up in two weeks. Coach has read the physio report. No squats until then.'),
      ],
    },
    {
      ending: 'contacted',
      lines: [
        customer('When are the {class} classes?'),
        staff(
          'Hi {name}! {class} is on Monday and Thursday at 6 pm and on Saturday at 10 am. It’s 50 minutes and beginners are welcome.',
        ),
        customer('[Do I have to book?|Is it full usually?]'),
        staff('Mondays fill up, so book a day ahead. Would you like to come to one for free and see?'),
        customer('Maybe [next week|on Saturday], I’ll let you know'),
        staff('Lovely, just write here and I’ll put you on the list.'),
      ],
    },
    {
      ending: 'contacted',
      lines: [
        customer('Hello, I run a small office nearby, 12 people. Do you offer company memberships?'),
        staff(
          'Hello {name}! We do: from 10 people on it’s 31 € a head, one invoice for all, and everybody gets their own card.',
        ),
        customer('Could you send me something in writing that I can show my partner?'),
        staff('Of course. Which e-mail address may I use? I’ll prepare the offer right away.'),
        customer('office@northgate-design.example'),
        staff('Sent! It’s valid until the end of next month. Write to me any time with questions.'),
        note('Company offer sent, 12 people at 31 €. Decides with a partner.'),
      ],
    },
    {
      ending: 'contacted',
      lines: [
        customer('Hey is it ok to come as a complete beginner? Never been to a gym before 🙈'),
        staff(
          'Hey {name}, more than ok! Half of our members started with us. In the first week a coach shows you six machines and writes a simple plan, that’s included.',
        ),
        customer('That’s reassuring. And when is it quiet?'),
        staff('Weekdays from 10 to 12 and after 8 pm. Sunday mornings are calm too.'),
        customer('I’ll think about it, thank you so much'),
        staff('Do that! The free trial doesn’t run away 😊'),
      ],
    },
    {
      ending: 'converted',
      value: 324,
      lines: [
        customer('hi do u have student prices'),
        staff('Hi {name}! Yes, 27 € a month with a valid student card, 12 months.'),
        customer('is it ok if mine runs out in june'),
        staff('Yes, what counts is the day you sign.'),
        photo('this one?'),
        staff('That’s the one 👍 Come by with it and we’ll do the rest in ten minutes.'),
        customer('cool can I start right away'),
        staff('Sure, come by whenever we’re open: until 9 pm on weekdays, 5 pm on Saturday, 2 pm on Sunday.'),
        customer('🙌'),
      ],
    },
    {
      ending: 'lost',
      lostReason: 'Member request, not a sale',
      returning: 'converted',
      lines: [
        customer(
          'Hi, I’m a member already. I’ll be away for [six weeks|two months], can I freeze my membership?',
        ),
        staff('Hi {name}! Yes, up to two months a year are free. From which day?'),
        customer('From the 1st please'),
        staff(
          'Done: frozen from the 1st, and it goes on by itself afterwards. You’ll have a confirmation by e-mail. Enjoy the time away!',
        ),
        customer('That was easy, thank you 🙏'),
      ],
    },
    {
      ending: 'follow_up',
      returning: 'lost',
      lines: [
        customer('Hi, it’s me again, we wrote a while ago. Do you still have the free trial?'),
        staff('Welcome back {name}! We do. How about {day} at {time}?'),
        customer('Let me check with work, I think yes'),
        staff('I’ve noted it for you. Just tell me if you need another time.'),
        note('Second try! Was not sure last time, seems keener now.'),
      ],
    },
    {
      ending: 'follow_up',
      lines: [
        customer(
          'Hello, I’m still tied to another gym until the end of [next month|the quarter]. Can I sign with you already and start later?',
        ),
        staff('Hello {name}! Yes, we can put the start on the day after. You pay nothing until then.'),
        customer('Sounds fair. I’ll send you my cancellation letter when I have it back'),
        staff('Perfect, then I’ll prepare the contract with the right date.'),
        note('Still under contract elsewhere. Wants to switch, waits for the cancellation letter.'),
      ],
    },
    {
      ending: 'contacted',
      lines: [
        customer('Is there parking? And do you have showers, I’d come before work'),
        staff(
          'Hi {name}! Two hours of free parking, showers and lockers, and hair dryers too. We open at 7.',
        ),
        customer('That’s what I need. Any trial day?'),
        staff(
          'One free visit, whenever you like. Just tell me the day and I’ll leave a pass with your name at the desk.',
        ),
      ],
    },
  ],
}
