const short = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const long = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** 14:05 in this browser's time zone. */
export const hourMinute = (at) => short.format(at)

/** 14:05:09 in this browser's time zone. */
export const hourMinuteSecond = (at) => long.format(at)
