/** The longest of 1, 2, 3, 5 × 10ⁿ metres that is not above the given length. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres))
  const digit = metres / power
  return power * (digit >= 5 ? 5 : digit >= 3 ? 3 : digit >= 2 ? 2 : 1)
}
