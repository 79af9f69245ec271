import type { CaseItemBody } from '@api'
import { expect, test } from 'vitest'
import { caseName } from './plans'

const item = (name?: string, currentName?: string) => ({ name, currentName }) as CaseItemBody

test.each([
  ['命名：和顺路', [item('和顺路')], '和顺路'],
  ['销名：旧巷', [item(undefined, '旧巷')], '旧巷'],
  ['更名：旧巷', [item('新巷', '旧巷')], '新巷'],
  ['东坝镇批量命名', [item('甲路'), item('乙路')], '东坝镇批量命名'],
  ['草稿', [], '草稿'],
])('the plan of "%s" is called by the one name it is about', (title, items, name) => {
  expect(caseName({ title, items })).toBe(name)
})
