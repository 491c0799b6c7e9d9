/** A published release over HTTP in each form that people take away: what it is sent as, under which name, and to whom. */
import readExcel from 'read-excel-file/universal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Calls, callsOf, refused } from '../http/calls.ts'
import { XLSX } from '../intake/files.ts'
import { playWeek } from '../week.ts'
import { MONDAY, openWorld, type World } from '../world.ts'

let world: World
let calls: Calls
let id: string
let digest: string

beforeAll(async () => {
  world = await openWorld()
  calls = callsOf(world)
  await playWeek(world)
  const published = await world.publish(MONDAY)
  id = published.id.slice('release/'.length)
  digest = published.digest
})
afterAll(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

const get = (extension: string, headers = {}) => calls.get(`/v1/releases/${id}${extension}`, headers)

describe('a release', () => {
  test.each([
    ['.csv', 'text/csv; charset=utf-8'],
    ['.xlsx', XLSX],
    ['.geojson', 'application/geo+json; charset=utf-8'],
    ['.html', 'text/html; charset=utf-8'],
  ])('as %s is a file to save, without a login', async (extension, type) => {
    const answer = await get(extension)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${id}${extension}"`)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    [XLSX, XLSX],
    ['text/csv', 'text/csv; charset=utf-8'],
    ['application/geo+json', 'application/geo+json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['application/jose+json', 'application/jose+json'],
  ])('asked for as %s is sent so', async (accept, type) => {
    const answer = await get('', { accept })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('vary')]).toEqual([
      200,
      type,
      'accept',
    ])
  })

  test('that a browser asks for is its page; the page to paste is asked for by name', async () => {
    const page = await get('', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
    expect([page.status, page.headers.get('location')]).toEqual([303, `/releases/${id}`])
    const file = await get('.html', { accept: 'text/html' })
    expect(file.status).toBe(200)
    const text = await file.text()
    expect(text).toContain(`npx chuanyu verify ${id}.bundle.json --trust trust.json`)
    expect(text).toContain(`https://gateway.test/releases/${id}`)
    // It has styles of its own, so it must not be able to pass for a page of the gateway.
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  test('in every form names the same digest and signatures, by post', async () => {
    const workbook = await readExcel(new Blob([await (await get('.xlsx')).arrayBuffer()]))
    const texts = [await (await get('.csv')).text(), await (await get('.html')).text(), JSON.stringify(workbook)]
    for (const text of texts) {
      expect(text).toContain(digest.slice(0, 16))
      for (const part of ['cq-monitoring', 'sc-monitoring', '签发人', 'water-section-quality 1.0.0'])
        expect(text).toContain(part)
    }
    const { publishedAt, publishedAtLocal } = JSON.parse(await (await get('.json')).text())
    expect(Date.parse(publishedAtLocal)).toBe(Math.floor(Date.parse(publishedAt) / 1000) * 1000)
    expect(publishedAtLocal).toMatch(/\+08:00$/)
  })

  test.each(['.xlsx', '.html', '.csv', '.geojson'])('is not sent twice to one who has it (%s)', async (extension) => {
    const etag = (await get(extension)).headers.get('etag') ?? ''
    expect((await get(extension, { 'if-none-match': etag })).status).toBe(304)
  })

  test.each(['.exe', '.xls', '.constructor', '.page'])('has no form %s', async (extension) => {
    await refused(await get(extension), 406, 'not-acceptable')
  })

  test.each(['.csv', '.xlsx', '.html', '.geojson'])('that is not published yet is nobody’s (%s)', async (extension) => {
    const draft = await world.propose(MONDAY, { id, reason: `更正 ${extension}` })
    const path = `/v1/releases/${draft.id.slice('release/'.length)}${extension}`
    await refused(await calls.get(path), 404, 'release-unknown')
  })

  test.each(['.xlsx', '.html'])('that there is not is not found (%s)', async (extension) => {
    await refused(await calls.get(`/v1/releases/nothing${extension}`), 404, 'release-unknown')
  })
})
