import type { BoardArea, BoardFigure, BoardMonths, BoardShare } from '@api'

/** Thousands apart, as the report has them. */
export const amountText = (amount: number) => amount.toLocaleString('zh-CN')

export const amountOf = (area: BoardArea, figure: BoardFigure) => area.amounts.find((row) => row.figure === figure)?.amount ?? 0

export const targetOf = (area: BoardArea, figure: BoardFigure) => area.amounts.find((row) => row.figure === figure)?.target

/** One decimal; a dash where there is nothing to count. */
export const percentText = ({ whole, ratio }: BoardShare) => (whole ? `${(ratio * 100).toFixed(1)}%` : '—')

/** Each month's sum of all months until then; nothing for months that have not come. */
export function cumulative(months: readonly number[], until: number): (number | null)[] {
  let sum = 0
  return months.map((amount, month) => (month < until ? (sum += amount) : null))
}

/** How many months of a year have begun on a day. */
export function monthsUntil(year: number, day: Date): number {
  return day.getFullYear() > year ? 12 : day.getMonth() + 1
}

/** Upper end of a colour scale: the next 1, 2 or 5 of the same power of ten. */
export function niceMaximum(amounts: readonly number[]): number {
  const most = Math.max(1, ...amounts)
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= most)!
}

/** A row per month for people who cannot see the chart. */
export const spoken = ({ title, unit, months }: BoardMonths) => `${title}：${months.map((amount, month) => `${month + 1} 月 ${amount} ${unit}`).join('，')}`
