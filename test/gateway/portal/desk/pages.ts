/** Pages of the desk as people of both sides are given them, taken apart. */
import { raw } from 'hono/html'
import { expect } from 'vitest'
import type { PartyId } from '../../../../contracts/types.ts'
import type { Calls } from '../../http/calls.ts'
import type { Hand } from '../../release/desk.ts'
import type { World } from '../../world.ts'
import { type Page, read } from '../read.ts'

/** One page, by its address, as a person of a side is given it. */
export type Opening = (party: PartyId, hand: Hand, path: string, status?: number) => Promise<Page>

/** How a world's pages are opened. What every page of the desk must be is looked at each time. */
export function pagesOf(world: World, calls: Calls): Opening {
  return async (party, hand, path, status = 200) => {
    const answer = await calls.read(world.sides[party][hand], path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    const page = await read(raw(await answer.text()))
    sound(page)
    return page
  }
}

/** Ids once each, labels and descriptions that lead somewhere, one heading, nothing inline, nothing undefined. */
export function sound({ tags, source }: Page): void {
  const ids = tags.flatMap(({ attributes: { id } }) => id ?? [])
  expect([...new Set(ids)]).toEqual(ids)
  for (const { name, attributes } of tags) {
    for (const attribute of ['for', 'aria-labelledby', 'aria-describedby']) {
      for (const id of attributes[attribute]?.split(' ') ?? []) expect(ids, `${name} ${attribute}`).toContain(id)
    }
    const { href = '' } = attributes
    if (href.startsWith('#')) expect(ids).toContain(href.slice(1))
    for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^style$/i)
    expect(['style', 'iframe', 'object', 'embed', 'base']).not.toContain(name)
  }
  expect(tags.filter(({ name }) => name === 'h1')).toHaveLength(1)
  expect(source).not.toMatch(/undefined|NaN|\[object|Infinity/)
}

/** Addresses of links whose text has these words. */
export function linksTo(page: Page, pattern: RegExp): readonly string[] {
  return page.tags.flatMap(({ name, attributes: { href = '' } }) => (name === 'a' && pattern.test(href) ? [href] : []))
}

/** The first element with this id. */
export function byId(page: Page, id: string): Readonly<Record<string, string>> | undefined {
  return page.tags.find(({ attributes }) => attributes.id === id)?.attributes
}
