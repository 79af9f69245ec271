import type { RegisterPage } from '@api'
import { expect, test } from 'vitest'
import { everything } from './filter'
import { useRows } from './rows'

const page = (ids: number[], next?: string, total?: number) => ({ rows: ids.map((id) => ({ id })), next, total }) as RegisterPage

test('pages follow each other until the last', async () => {
  const { ask, more, rows, total } = useRows(async (_, cursor) => (cursor ? page([3]) : page([1, 2], 'c', 3)))
  await ask(everything)
  expect([rows.value.length, total.value]).toEqual([2, 3])
  await more()
  await more()
  expect(rows.value.map(({ id }) => id)).toEqual([1, 2, 3])
})

test('the answer to an older question is dropped', async () => {
  const answers: ((page: RegisterPage) => void)[] = []
  const { ask, rows } = useRows(() => new Promise((resolve) => answers.push(resolve)))
  const [old, now] = [ask(everything), ask({ ...everything, q: '李' })]
  answers[1]!(page([2]))
  answers[0]!(page([1]))
  await Promise.all([old, now])
  expect(rows.value.map(({ id }) => id)).toEqual([2])
})

test('a refusal is told and leaves no rows', async () => {
  const { ask, rows, failure } = useRows(() => Promise.reject(new Error('x')))
  await ask(everything)
  expect(rows.value).toEqual([])
  expect(failure.value?.message).toBeTruthy()
})
