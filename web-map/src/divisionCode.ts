/** A division code without the zeros of the levels below it: what all codes inside the division begin with. */
export function prefixOf(code: string): string {
  return code.replace(/(000)?(000)?$/, '').replace(/^(\d{2}|\d{4})0+$/, '$1')
}
