import type { BoundarySection } from '@api'

/** What is wrong with a stretch, for the person; a key of the texts. */
export type SectionFault = 'order' | 'beyond' | 'overlap'

/** Agreements give whole metres; the service allows as much. */
const SLACK = 1

/** For each stretch in its row, wherever it lies along the line. */
export function sectionFaults(sections: readonly BoundarySection[], length: number): (SectionFault | undefined)[] {
  return sections.map((one, row) => {
    if (!(one.fromMetres >= 0 && one.toMetres > one.fromMetres)) return 'order'
    if (one.toMetres > length + SLACK) return 'beyond'
    const before = sections.filter((other, at) => other.fromMetres < one.fromMetres || (other.fromMetres === one.fromMetres && at < row))
    return before.some(({ toMetres }) => toMetres > one.fromMetres + SLACK) ? 'overlap' : undefined
  })
}

/** From where the described part ends to the end of the line; nothing where all of it is described. */
export function nextSection(sections: readonly BoundarySection[], length: number): BoundarySection | undefined {
  const from = Math.max(0, ...sections.map(({ toMetres }) => toMetres))
  const to = Math.floor(length * 10) / 10
  return to - from > SLACK ? { fromMetres: from, toMetres: to, basis: 'RIVER' } : undefined
}

/** As they are sent: in order, without blanks. */
export const sentSections = (sections: readonly BoundarySection[]): BoundarySection[] => sections
  .map(({ fromMetres, toMetres, basis, feature, description }) => ({ fromMetres, toMetres, basis, feature: feature?.trim() || undefined, description: description?.trim() || undefined }))
  .toSorted((a, b) => a.fromMetres - b.fromMetres)
