/** `/docs` over HTTP: the documents and the reference, in both languages, under the usual limits of a page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentNames } from '../../../gateway/docs/build.ts'
import { OPERATION_GROUPS } from '../../../gateway/openapi/operations/index.ts'
import { type Calls, callsOf } from '../http/calls.ts'
import { openWorld, type World } from '../world.ts'

const PAGE_BYTES = 100_000

let world: World
let calls: Calls
beforeAll(async () => {
  world = await openWorld()
  calls = callsOf(world)
})
afterAll(() => world.close())

async function page(path: string, status = 200): Promise<string> {
  const answer = await calls.get(path, { accept: 'text/html' })
  expect({ path, status: answer.status }).toEqual({ path, status })
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const text = await answer.text()
  expect({ path, small: Buffer.byteLength(text) < PAGE_BYTES }).toEqual({ path, small: true })
  expect(text).not.toMatch(/<script|style="/)
  return text
}

test('the list leads to every document and to the reference', async () => {
  const text = await page('/docs')
  for (const name of documentNames()) expect(text).toContain(`href="/docs/${name}"`)
  expect(text).toContain('href="/docs/reference"')
  expect(text).toContain('href="/openapi.json"')
})

describe.each(documentNames())('the document %s', (name) => {
  test('is served in both languages, its links kept in the reader’s', async () => {
    const [zh, en] = [await page(`/docs/${name}`), await page(`/docs/${name}?lang=en`)]
    expect(zh).toContain('<html lang="zh-CN">')
    expect(en).toContain('<html lang="en">')
    expect(en).not.toMatch(/<article[\s\S]*href="\/docs\/[a-z-]+"[\s\S]*<\/article>/)
  })
})

describe('the reference', () => {
  test('names every call, and leads to its group', async () => {
    const text = await page('/docs/reference')
    for (const { tag, operations } of OPERATION_GROUPS)
      for (const { id, method, path } of operations) {
        expect(text).toContain(`href="/docs/reference/${tag}#${id}"`)
        expect(text).toContain(`<code>${method} ${path}</code>`)
      }
  })

  test.each(OPERATION_GROUPS.map(({ tag }) => tag))(
    'of %s says who may call, what comes, and what is refused',
    async (tag) => {
      const group = OPERATION_GROUPS.find((one) => one.tag === tag)
      for (const lang of ['', '?lang=en']) {
        const text = await page(`/docs/reference/${tag}${lang}`)
        for (const { id, problems = [] } of group?.operations ?? []) {
          expect(text).toContain(`id="${id}"`)
          for (const code of problems) expect(text).toContain(`/errors/${code}`)
        }
        for (const [, name = ''] of text.matchAll(/href="#shape-([^"]+)"/g))
          expect(text).toContain(`id="shape-${name}"`)
      }
    },
  )

  test('tells roles by name: a submission is an agency’s, its rejections the sender’s own', async () => {
    const text = await page('/docs/reference/submissions?lang=en')
    expect(text).toMatch(/id="submit"[\s\S]*?<dd>agency · by signature<\/dd>/)
    expect(text).toContain('agency (what their side sent)')
  })
})

test('what is no document is no page', async () => {
  for (const path of ['/docs/nothing', '/docs/__proto__', '/docs/reference/nothing']) await page(path, 404)
})
