/** Rows of one organization by what they are, as buttons name them. */
export interface Rows {
  lead: string
  member: string
  contact: string
  suggestion: string
  merge: string
  tag: string
  attachment: string
  quickReply: string
  reminder: string
  draft: string
  channel: string
  form: string
  template: string
  proposal: string
  role: string
  team: string
  rule: string
  list: string
  conversation: string
}

type Parts = (theirs: Rows, own: Rows) => string[][]

const of =
  (row: keyof Rows, ...rest: string[]): Parts =>
  (theirs) => [[theirs[row], ...rest]]
/** Buttons that name two rows: one of another organization is enough to refuse both. */
const both =
  (first: keyof Rows, second: keyof Rows, ...rest: string[]): Parts =>
  (theirs, own) => [
    [theirs[first], own[second], ...rest],
    [own[first], theirs[second], ...rest],
  ]
/** Such a button names nothing of an organization: a page, a setting of one's own, or what its own message says. */
const nothing: Parts = () => []

/**
 * What the button of each verb carries when somebody replays it who has seen it in another organization. Every verb stands
 * here; a test says so.
 */
export const foreignPresses: Record<string, Parts> = {
  'ask-number': of('lead'),
  assign: of('lead'),
  'assign-set': nothing,
  'assign-to': both('lead', 'member'),
  assignment: nothing,
  begin: (theirs) => [
    ['reconnect', theirs.channel],
    ['import', theirs.list],
  ],
  block: of('lead'),
  'block-yes': of('lead'),
  erase: of('lead'),
  'erase-yes': of('lead'),
  card: of('lead'),
  channel: of('channel'),
  'channel-templates': of('channel', '0'),
  channels: nothing,
  check: of('channel'),
  claim: of('lead'),
  converted: of('lead'),
  desk: nothing,
  'desk-check': nothing,
  'desk-choose': nothing,
  'desk-leave': nothing,
  'desk-leave-yes': nothing,
  'desk-plane': nothing,
  'digest-set': nothing,
  disconnect: of('channel'),
  'disconnect-yes': of('channel'),
  draft: of('lead'),
  'draft-drop': of('draft', '1'),
  'draft-edit': of('draft', '1'),
  'draft-send': (theirs) => [
    [theirs.draft, '1'],
    [theirs.draft, '1', 'abcdef123456'],
  ],
  duplicates: of('lead'),
  elsewhere: of('conversation'),
  file: of('attachment'),
  'form-add': nothing,
  'form-remove': of('form'),
  'form-remove-yes': of('form'),
  'form-set': of('form', 'thanks'),
  'form-show': of('form'),
  found: nothing,
  'give-role': (theirs, own) => [
    [theirs.member, 'viewer'],
    [own.member, theirs.role],
  ],
  handled: of('lead'),
  hide: of('channel', 'abcdef'),
  history: of('lead'),
  'holiday-ask': nothing,
  'holiday-off': nothing,
  holidays: nothing,
  hours: nothing,
  human: nothing,
  inbox: (theirs) => [['all', '0', theirs.tag]],
  'inbox-tags': nothing,
  invite: nothing,
  language: nothing,
  languages: nothing,
  'lead-topics': nothing,
  'limit-all': nothing,
  'limit-of': of('member'),
  'limit-set': of('member', 'common'),
  limits: nothing,
  'list-begin': nothing,
  'list-show': of('list'),
  'list-stop': of('list'),
  'list-undo': of('list'),
  'list-undo-yes': of('list'),
  lost: of('lead', 'none'),
  'lost-own': of('lead'),
  member: of('member'),
  'member-role': of('member'),
  'member-team': of('member'),
  merge: of('suggestion'),
  'merge-not': of('suggestion'),
  more: of('lead'),
  next: nothing,
  note: of('lead'),
  'notice-preset': nothing,
  'notice-set': nothing,
  'notice-urgent': nothing,
  notices: nothing,
  office: nothing,
  'office-ask': nothing,
  'office-day': nothing,
  'office-set': nothing,
  'office-zone': nothing,
  open: of('lead'),
  organization: nothing,
  person: of('lead'),
  quick: of('lead'),
  'quick-cancel': nothing,
  'quick-edit': nothing,
  'quick-list': nothing,
  'quick-new': nothing,
  'quick-open': of('quickReply'),
  'quick-page': of('lead', '0'),
  'quick-remove': of('quickReply'),
  'quick-remove-yes': of('quickReply'),
  'quick-send': nothing,
  'quick-set': of('quickReply', 'body'),
  'quick-share': of('quickReply', 'no'),
  'quick-use': of('quickReply'),
  'quiet-set': nothing,
  refused: nothing,
  release: of('lead'),
  remind: both('lead', 'member'),
  'remind-at': (theirs, own) => [
    [theirs.lead, 'tomorrow'],
    [own.lead, 'tomorrow', theirs.member],
  ],
  'remind-other': of('lead'),
  'remind-repeat': of('reminder', 'daily'),
  'remind-whom': of('lead'),
  'reminder-cancel': of('reminder'),
  'reminder-done': of('reminder'),
  'reminder-later': of('reminder', 'tomorrow'),
  'reminder-open': of('reminder'),
  remove: of('member'),
  'remove-to': both('member', 'member'),
  'remove-yes': of('member'),
  resume: of('channel'),
  'resume-lead': of('lead'),
  role: of('role'),
  'role-delete': of('role'),
  'role-free': (theirs, own) => [
    [theirs.member, 'viewer'],
    [own.member, theirs.role],
  ],
  'role-leads': (theirs, own) => [
    [theirs.role, 'free'],
    [own.role, theirs.member],
  ],
  'role-name': of('role'),
  'role-new': nothing,
  'role-open': of('role', 'no'),
  'role-scope': of('role', 'own'),
  'role-set': of('role', 'on', 'phones_see'),
  'role-to': (theirs, own) => [
    [theirs.member, own.member, 'viewer'],
    [own.member, theirs.member, 'viewer'],
    [own.member, own.member, theirs.role],
  ],
  roles: nothing,
  rule: of('rule'),
  'rule-about': of('rule'),
  'rule-kind': of('rule', 'language'),
  'rule-member': both('rule', 'member'),
  'rule-method': of('rule', 'turn'),
  'rule-move': of('rule', 'up'),
  'rule-new': (theirs) => [
    ['a', `m${theirs.member}`],
    ['a', `t${theirs.team}`],
  ],
  'rule-remove': of('rule'),
  'rule-team': both('rule', 'team'),
  'rule-value': of('rule', 'a'),
  rules: nothing,
  'send-template': of('lead'),
  set: (theirs) => [
    [theirs.lead, 'contacted'],
    [theirs.lead, 'lost'],
  ],
  'set-team': both('member', 'team'),
  settings: nothing,
  shift: nothing,
  snooze: of('lead'),
  'snooze-at': of('lead', 'tomorrow'),
  'snooze-other': of('lead'),
  stand: (theirs) =>
    ['columns-0', 'as-0-email', 'header-yes', 'check', 'start', 'stop'].map((choice) => [
      'import',
      theirs.list,
      choice,
    ]),
  status: of('lead'),
  tag: both('lead', 'tag'),
  'tag-new': of('lead'),
  tags: of('lead'),
  team: nothing,
  'team-new': of('member'),
  template: of('template'),
  'template-cancel': nothing,
  'template-new': of('channel'),
  'template-page': of('template'),
  'template-send': nothing,
  'template-set': nothing,
  'template-stop': nothing,
  'template-submit': nothing,
  templates: of('channel', '0'),
  'time-zone': nothing,
  unblock: of('lead'),
  unmerge: of('merge'),
  untag: both('lead', 'tag'),
  value: of('lead'),
  wake: of('lead'),
  wizard: nothing,
}
