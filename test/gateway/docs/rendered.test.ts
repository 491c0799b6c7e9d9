/** The documents as the gateway serves them: fresh, in both languages alike, linked to what is there, and harmless. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documentNames, documentText, RENDERED, render, renderedDocuments } from '../../../gateway/docs/build.ts'
import { DOCUMENTS } from '../../../gateway/docs/generated/documents.js'

const NAMES = documentNames()
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length

test('are fresh (else run `npm run build:docs`)', () => {
  const { source, declaration } = renderedDocuments()
  // As truths, not texts: a difference would print every document.
  expect(readFileSync(`${RENDERED}.js`, 'utf8') === source).toBe(true)
  expect(readFileSync(`${RENDERED}.d.ts`, 'utf8') === declaration).toBe(true)
  expect(Object.keys(DOCUMENTS)).toEqual(NAMES)
})

describe.each(NAMES)('%s', (name) => {
  const [zh, en] = [documentText(name, 'zh'), documentText(name, 'en')]

  test('is in Chinese and in English, part by part and row by row', () => {
    for (const part of [/^#{1,4} /gm, /^\|/gm, /^```/gm, /^- /gm])
      expect({ part: String(part), count: count(zh, part) }).toEqual({ part: String(part), count: count(en, part) })
    // More of it is Chinese than a few names: a text left in English would not do.
    expect(count(zh, /\p{Script=Han}/gu)).toBeGreaterThan(
      3 * count(zh.replace(/```[\s\S]*?```|`[^`]*`/g, ''), /\b[A-Za-z]{4,}\b/g),
    )
  })

  test('names the same addresses and commands in both', () => {
    const codes = (text: string) =>
      [
        ...new Set([...text.matchAll(/`(\/(?:v1|docs|desk)[^`\s]*|(?:npx )?chuanyu [a-z]+)/g)].map(([, code]) => code)),
      ].sort()
    expect(codes(zh)).toEqual(codes(en))
  })

  test('links only to documents and headings that are there', () => {
    for (const lang of ['zh', 'en'] as const) {
      const { html } = DOCUMENTS[name]?.[lang] ?? { html: '' }
      for (const [, to = '', anchor] of html.matchAll(/href="\/docs\/([a-z-]+)(?:#([^"]+))?"/g)) {
        const target = DOCUMENTS[to]?.[lang]
        expect({ to, there: target !== undefined }).toEqual({ to, there: true })
        if (anchor !== undefined) expect(target?.html).toContain(`id="${anchor}"`)
      }
    }
  })
})

describe('rendering', () => {
  test('lets no HTML, script or foreign link of a document through', () => {
    const { html } = render('# T\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) `<b>`\n')
    expect(html).not.toMatch(/<script|javascript:|<b>/)
    expect(html).toContain('<code>&lt;b&gt;</code>')
  })

  test('keeps to elements without style, lets a wide table scroll, and tells each cell its head', () => {
    const { html, title } = render('# A `b` c\n\n| a | b |\n|---|:-:|\n| 1 | **2** |\n')
    expect(title).toBe('A b c')
    expect(html).not.toMatch(/style=|align=/)
    expect(html).toContain('<div class="across" tabindex="0"><table>')
    expect(html).toContain('<td data-label="b"><strong>2</strong></td>')
  })

  test('joins the lines of a Chinese paragraph, and keeps those of code and of English', () => {
    const { html } = render('# T\n\n报送之后，\n取得回执\nand\nthen\n\n```\n甲\n乙\n```\n')
    expect(html).toContain('<p>报送之后，取得回执\nand\nthen</p>')
    expect(html).toContain('<code>甲\n乙\n</code>')
  })

  test('gives headings the anchors that code hosts give', () => {
    expect(render('# A\n\n## Scores · 评分\n').html).toContain('<h2 id="scores--评分">')
  })

  test('refuses a text without a heading', () => {
    expect(() => render('no heading')).toThrow(TypeError)
  })
})
