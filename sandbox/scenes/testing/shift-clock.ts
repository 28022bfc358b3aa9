// Loaded before the product: its process has a clock that is wrong by CLOCK_SHIFT_MS, as machines without time servers have.
const shift = Number(process.env.CLOCK_SHIFT_MS ?? 0)
const real = Date

class ShiftedDate extends real {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(real.now() + shift)
    else super(...(given as [number]))
  }

  static override now(): number {
    return real.now() + shift
  }
}

globalThis.Date = ShiftedDate as DateConstructor

export {}
