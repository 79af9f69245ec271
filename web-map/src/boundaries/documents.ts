import type { BoundaryDocument, BoundaryDocumentKind, BoundaryVersion } from '@api'

export const DOCUMENT_KINDS: readonly BoundaryDocumentKind[] = ['LEFT_COPY', 'RIGHT_COPY', 'MAP', 'ANNEX']

/** What the archive takes, by the name; the service looks at the content. */
export const isArchivable = (name: string): boolean => /\.(pdf|jpe?g|png)$/i.test(name)

/** Which kinds somebody of a jurisdiction may put in: the own side's copy, and what belongs to both. */
export function kindsFor(jurisdiction: string, { left, right }: Pick<BoundaryVersion, 'left' | 'right'>): BoundaryDocumentKind[] {
  const holds = { LEFT_COPY: left.startsWith(jurisdiction), RIGHT_COPY: right.startsWith(jurisdiction) }
  return DOCUMENT_KINDS.filter((kind) => (kind === 'MAP' || kind === 'ANNEX' ? holds.LEFT_COPY || holds.RIGHT_COPY : holds[kind]))
}

/** The kinds of which nothing is there yet come first to hand: a side has one copy. */
export function missingKinds(kinds: readonly BoundaryDocumentKind[], documents: readonly BoundaryDocument[]): BoundaryDocumentKind[] {
  const there = new Set(documents.filter(({ withdrawnAt }) => !withdrawnAt).map(({ kind }) => kind))
  return kinds.filter((kind) => (kind !== 'LEFT_COPY' && kind !== 'RIGHT_COPY') || !there.has(kind))
}

/** Copies of which the register has the digest, but not the file. */
export function digestsOnly({ leftCopySha256, rightCopySha256 }: BoundaryVersion, documents: readonly BoundaryDocument[]): { kind: BoundaryDocumentKind; sha256: string }[] {
  const there = new Set(documents.filter(({ withdrawnAt }) => !withdrawnAt).map(({ kind }) => kind))
  const digests: [BoundaryDocumentKind, string | undefined][] = [['LEFT_COPY', leftCopySha256], ['RIGHT_COPY', rightCopySha256]]
  return digests.flatMap(([kind, sha256]) => (sha256 && !there.has(kind) ? [{ kind, sha256 }] : []))
}
