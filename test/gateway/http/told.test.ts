/** What of an address goes into the log: the path, and of its query names alone. */
import { expect, test } from 'vitest'
import { withoutValues } from '../../../gateway/http/observe.ts'

test.each([
  ['/v1/records/x?section=朱沱&limit=5', '/v1/records/x?section=&limit='],
  ['/v1/records/x', '/v1/records/x'],
  ['/?', '/'],
  // A token without a name is a value, wherever it stands.
  ['/?eyJhbGciOiJFZERTQSJ9.e30.c2ln', '/?…'],
  ['/?a=1&s3cretWithoutName&b=2', '/?a=&…&b='],
  ['/?=value', '/?…'],
  ['/?%E6%B0%B4=1', '/?…'],
  [`/?${'a'.repeat(41)}=1`, '/?…'],
  ['/?a=b=c', '/?a='],
])('%s is told as %s', (target, told) => {
  expect(withoutValues(target)).toBe(told)
})

test('no more is told than 512 characters and 32 members', () => {
  expect(withoutValues(`/?${'ab=1&'.repeat(60)}`).match(/ab=/g)).toHaveLength(32)
  expect(withoutValues(`/${'x'.repeat(5000)}`)).toHaveLength(512)
})
