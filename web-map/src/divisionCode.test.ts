import { expect, test } from 'vitest'
import { prefixOf } from './divisionCode'

test.each([
  ['440000000000', '44'], ['440100000000', '4401'], ['440113000000', '440113'], ['440113001000', '440113001'], ['440113001201', '440113001201'],
  ['341000000000', '3410'], ['340010000000', '340010'],
])('everything inside %s begins with %s', (code, prefix) => expect(prefixOf(code)).toBe(prefix))
