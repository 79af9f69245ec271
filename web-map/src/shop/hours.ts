import type { ShopHours, ShopHoursRule, ShopSpan } from '@api'

export const WEEK = [1, 2, 3, 4, 5, 6, 7]

/** The usual day of a village restaurant, to begin with. */
export const usual = (days: number[]): ShopHoursRule => ({ days: [...days], spans: [{ from: '09:00', to: '21:00' }] })

/** One more span of a day: a long one is parted by an afternoon's rest, else an evening is added. */
export function withSpan(spans: ShopSpan[]): ShopSpan[] {
  const last = spans.at(-1)!
  const long = last.from < NOON_ENDS && last.to > EVENING_BEGINS
  return long
    ? [...spans.slice(0, -1), { from: last.from, to: NOON_ENDS }, { from: EVENING_BEGINS, to: last.to }]
    : [...spans, { from: last.to, to: last.to < EVENING_ENDS ? EVENING_ENDS : '23:59' }]
}

const NOON_ENDS = '14:00'
const EVENING_BEGINS = '17:00'
const EVENING_ENDS = '21:00'

/** Days that no rule names. */
export const free = (hours: ShopHours): number[] => WEEK.filter((day) => !hours.rules.some(({ days }) => days.includes(day)))

/** Gives a day to a rule, or takes it away; a day belongs to one rule at most. */
export function toggle(hours: ShopHours, index: number, day: number): ShopHours {
  const has = hours.rules[index]!.days.includes(day)
  const rules = hours.rules.map((rule, i) => {
    const others = rule.days.filter((one) => one !== day)
    return { ...rule, days: i === index && !has ? [...others, day].sort() : others }
  })
  return { ...hours, rules: rules.filter(({ days }, i) => days.length > 0 || i === index) }
}

/** Without rules that have no day any more: the office takes none. */
export const cleaned = (hours: ShopHours): ShopHours => ({ ...hours, rules: hours.rules.filter(({ days, spans }) => days.length && spans.length) })

/** Whether a span ends on the next day. */
export const endsNextDay = ({ from, to }: { from: string; to: string }): boolean => to < from
