import type { BoundaryDocument, BoundaryVersion } from '@api'
import { describe, expect, it } from 'vitest'
import { digestsOnly, isArchivable, kindsFor, missingKinds } from './documents'

const SIDES = { left: '440113101000', right: '440113102000' }
const document = (kind: BoundaryDocument['kind'], withdrawnAt?: Date) => ({ kind, withdrawnAt }) as BoundaryDocument

describe('the files of an agreement', () => {
  it.each([
    ['440113', ['LEFT_COPY', 'RIGHT_COPY', 'MAP', 'ANNEX']],
    ['', ['LEFT_COPY', 'RIGHT_COPY', 'MAP', 'ANNEX']],
    ['440113101', ['LEFT_COPY', 'MAP', 'ANNEX']],
    ['440113102', ['RIGHT_COPY', 'MAP', 'ANNEX']],
    ['440113102203', []],
    ['440115', []],
  ])('%s puts in %j', (jurisdiction, kinds) => expect(kindsFor(jurisdiction, SIDES)).toEqual(kinds))
  it('are one copy for a side, and as many others as there are', () => {
    expect(missingKinds(['LEFT_COPY', 'MAP'], [document('LEFT_COPY'), document('MAP')])).toEqual(['MAP'])
    expect(missingKinds(['LEFT_COPY', 'MAP'], [document('LEFT_COPY', new Date())])).toEqual(['LEFT_COPY', 'MAP'])
  })
  it('are missed where only a digest is registered', () => {
    const version = { leftCopySha256: 'a', rightCopySha256: 'b' } as BoundaryVersion
    expect(digestsOnly(version, [document('LEFT_COPY')])).toEqual([{ kind: 'RIGHT_COPY', sha256: 'b' }])
  })
  it('are what every office can open', () => expect(['协议.PDF', 'a.jpeg', '图.png', 'a.tif', 'pdf', 'a.docx'].map(isArchivable)).toEqual([true, true, true, false, false, false]))
})
