const namespace = 'http://www.w3.org/2000/svg'

/** Drawn on a 20 × 20 grid with one stroke; each string is one path. */
const drawings = {
  plus: ['M10 4v12M4 10h12'],
  send: ['M3.5 10 16.5 4l-4 12.5-3-5z', 'm9.5 11.5 3.5-4'],
  close: ['m5 5 10 10M15 5 5 15'],
  check: ['m4.5 10.5 3.5 3.5 7.5-8'],
  reply: ['M8 5 3.5 9.5 8 14', 'M4 9.5h7.5a5 5 0 0 1 5 5V16'],
  smile: [
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z',
    'M7.2 11.7c.7 1 1.7 1.5 2.8 1.5s2.1-.5 2.8-1.5',
    'M7.7 8h.01M12.3 8h.01',
  ],
  pencil: ['m4 16 .8-3.3L13 4.5l2.5 2.5-8.2 8.2z'],
  bin: ['M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6'],
  dots: ['M5 10h.01M10 10h.01M15 10h.01'],
  back: ['M12 4.5 6.5 10l5.5 5.5'],
  down: ['m5 8 5 5 5-5'],
  up: ['m5 12 5-5 5 5'],
  pause: ['M7 5v10M13 5v10'],
  play: ['M7 4.5v11l8.5-5.5z'],
  storm: ['M6 12.5a3.5 3.5 0 0 1 .3-7A4.5 4.5 0 0 1 15 6.7a3 3 0 0 1-.5 5.8', 'm10.5 9.5-2.5 4h3.5l-2 4'],
  globe: [
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z',
    'M3 10h14M10 3c2 2 3 4.4 3 7s-1 5-3 7c-2-2-3-4.4-3-7s1-5 3-7Z',
  ],
  moon: ['M16 11.7A6.5 6.5 0 0 1 8.3 4 6.5 6.5 0 1 0 16 11.7Z'],
  sun: [
    'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
    'M10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M4.7 15.3l1-1M14.3 5.7l1-1',
  ],
  photo: ['M3.5 5h13v10.5h-13z', 'm4 14 3.5-4 3 3 2.5-2.5 3.5 3.5', 'M13 8h.01'],
  video: ['M3.5 6h9v8.5h-9zM12.5 9l4-2v6.5l-4-2'],
  voice: [
    'M10 3.5a2 2 0 0 1 2 2V10a2 2 0 0 1-4 0V5.5a2 2 0 0 1 2-2Z',
    'M5.5 10a4.5 4.5 0 0 0 9 0M10 14.5V17',
  ],
  document: ['M5.5 3h6l3.5 3.5V17h-9.5z', 'M11.5 3v3.5H15M8 10.5h4.5M8 13.5h4.5'],
  location: [
    'M10 17s5-4.7 5-8.8a5 5 0 0 0-10 0C5 12.3 10 17 10 17Z',
    'M10 10a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 10 10Z',
  ],
  contact: ['M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z', 'M4 16.5c.8-2.8 3-4.2 6-4.2s5.2 1.4 6 4.2'],
  sticker: ['M4 6a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v5l-5 5H6a2 2 0 0 1-2-2z', 'M11 16v-3a2 2 0 0 1 2-2h3'],
  ad: ['M4 8.5v3l2.5.5L13 15V5L6.5 8z', 'M15.5 8.5v3M7 12.5l1 4'],
  stack: ['m10 3.5 7 3.5-7 3.5L3 7z', 'm3 10.3 7 3.5 7-3.5M3 13.5 10 17l7-3.5'],
  ghost: ['M5 16.5V9a5 5 0 0 1 10 0v7.5l-2-1.5-1.5 1.5L10 15l-1.5 1.5L7 15z', 'M8.3 9h.01M11.7 9h.01'],
  bot: [
    'M5 7.5h10a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 14V9A1.5 1.5 0 0 1 5 7.5Z',
    'M10 7.5V4.5M7.3 11v1M12.7 11v1',
  ],
  lock: ['M5.5 9.5h9V16h-9z', 'M7.2 9.5V7a2.8 2.8 0 0 1 5.6 0v2.5'],
  // A bell with a stroke through it.
  silent: [
    'M6.3 6.5A4 4 0 0 1 14 8v2.5l1.5 2.5M11.5 13H4.5L6 10.5V8.8',
    'M8.5 15.5a1.6 1.6 0 0 0 3 0M3.5 3.5l13 13',
  ],
  pin: ['M7 3.5h6l-1 5 2.5 3h-9L8 8.5zM10 11.5V17'],
  slash: ['M12.5 4 7.5 16'],
  group: [
    'M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM2.5 15.5c.5-2.5 2.2-3.7 5-3.7s4.5 1.2 5 3.7',
    'M12.5 5a2.3 2.3 0 0 1 0 4.3M14.5 12.2c1.7.5 2.7 1.6 3 3.3',
  ],
  phone: ['M6 2.5h8v15H6zM9 15.2h2'],
  chat: ['M4 4.5h12v9H9l-3.5 3v-3H4z'],
  list: ['M4 6h12M4 10h12M4 14h8'],
  eye: [
    'M2.5 10S5 5.5 10 5.5 17.5 10 17.5 10 15 14.5 10 14.5 2.5 10 2.5 10Z',
    'M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  ],
  block: ['M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z', 'm5.2 5.2 9.6 9.6'],
  clock: ['M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z', 'M10 6v4l2.5 2'],
  share: ['M11 4.5 16.5 9 11 13.5v-3C7 10.5 4.8 12 3.5 15c0-5 2.7-7.8 7.5-7.8z'],
  story: ['M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z', 'M8.3 7.2v5.6l4.5-2.8z'],
  comment: [
    'M10 4c4 0 6.5 2.3 6.5 5.3S14 14.6 10 14.6c-.8 0-1.5-.1-2.2-.3L4.5 16l.7-3C4 12 3.5 10.7 3.5 9.3 3.5 6.3 6 4 10 4Z',
  ],
  tap: ['M3.5 6.5h13v7h-13z', 'M7 10h6'],
  link: [
    'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1',
    'M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1',
  ],
  window: ['M3.5 4.5h13v11h-13z', 'M3.5 8h13M6 6.3h.01'],
  external: ['M8 4.5H4.5v11h11V12', 'M11 4h5v5M16 4l-7 7'],
}

/** An icon for the eye only; the control around it carries the label. */
export function icon(name) {
  return draw(drawings[name] ?? drawings.dots, '0 0 20 20', `icon icon-${name}`)
}

/** One grey tick: sent. Two grey: delivered. Two in colour: read. */
export function tickMarks(count) {
  const single = ['M1.5 6.5 4.3 9.3 10 3']
  return draw(count === 2 ? [...single, 'M8 9.1l.3.2L14.3 3'] : single, '0 0 16 12', 'tick-marks')
}

function draw(paths, viewBox, className) {
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('viewBox', viewBox)
  svg.setAttribute('class', className)
  svg.setAttribute('aria-hidden', 'true')
  for (const d of paths) {
    const path = document.createElementNS(namespace, 'path')
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}
