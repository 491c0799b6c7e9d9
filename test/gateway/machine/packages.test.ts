/** How long a package may lie is the operator's to say, in whole or parts of days. */
import { afterEach, expect, test } from 'vitest'
import { openNodeGateway, readConfig } from '../../../gateway/node.ts'
import { productionFolder } from './folder.ts'

const made: { remove(): void }[] = []
afterEach(() => {
  for (const one of made.splice(0)) one.remove()
})
function folder(change?: Readonly<Record<string, unknown>>): string {
  const one = productionFolder(change)
  made.push(one)
  return one.data
}

test('seven days unless something else is said', async () => {
  const usual = await openNodeGateway(folder())
  expect(usual.config.packageWindow).toBe(7 * 86_400)
  await usual.store.close()
  const longer = await openNodeGateway(folder({ packages: { days: 14 } }))
  expect(longer.config.packageWindow).toBe(14 * 86_400)
  await longer.store.close()
})

test.each([[{ days: 0 }], [{ days: 'seven' }]])('%j is refused', (packages) => {
  expect(() => readConfig(folder({ packages }))).toThrow(/days/)
})

test('a member nobody knows is told of', () => {
  expect(readConfig(folder({ packages: { hours: 3 } })).unknown).toEqual(['/packages/hours'])
})
