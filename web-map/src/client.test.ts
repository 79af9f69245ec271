import { ResponseError } from '@api'
import { expect, test } from 'vitest'
import { describe as sayProblem, failureOf } from './client'

test('a refusal is told with its rule', () => {
  const problem = {
    type: 'urn:x', title: '不符合规则', status: 422, detail: '不能这样命名。',
    findings: [{ rule: 'NAM-13', severity: 'ERROR' as const, message: '本镇已有同名街巷。', basis: '《地名管理条例》第九条' }],
  }
  expect(sayProblem(problem)).toBe('不能这样命名。 本镇已有同名街巷。（《地名管理条例》第九条）')
})

test('a fault of ours is told with its incident number', () => {
  expect(sayProblem({ type: 'urn:x', title: '系统故障', status: 500, instance: 'urn:diming:incident:7f3a91' })).toBe('系统故障 事件编号 7f3a91')
})

test('an answer that is no problem document still gives a sentence', async () => {
  const failure = await failureOf(new ResponseError(new Response('<html>', { status: 502 })))
  expect(failure.status).toBe(502)
  expect(failure.message).toBe('操作未能完成，请稍后重试。')
})

test('messages are found by field', async () => {
  const body = JSON.stringify({ type: 'urn:x', title: '已经存在', status: 409, fields: [{ field: 'login', message: '已被使用' }] })
  expect((await failureOf(new ResponseError(new Response(body, { status: 409 })))).fields).toEqual({ login: '已被使用' })
})
