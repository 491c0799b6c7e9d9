import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { AIR_INDICES } from '../../../contracts/standards/index.ts'
import { PORTAL_ASSETS } from '../../../gateway/portal/index.ts'
import {
  AIR_COLOURS,
  CLASS_COLOURS,
  MARK_PAIRS,
  PLATE_COLOURS,
  SCHEMES,
  TEXT_PAIRS,
} from '../../../gateway/portal/palette.ts'
import { STYLE, STYLE_PATH } from '../../../gateway/portal/style.ts'

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe('the colours', () => {
  test('are measured as the standard does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  test.each(Object.entries(SCHEMES))('of the %s scheme reach 4.5 for text and 3 for marks', (_name, palette) => {
    for (const [ink, back] of TEXT_PAIRS) {
      expect(contrast(palette[ink], palette[back]), `${ink} on ${back}`).toBeGreaterThanOrEqual(4.5)
    }
    for (const [mark, back] of MARK_PAIRS) {
      expect(contrast(palette[mark], palette[back]), `${mark} on ${back}`).toBeGreaterThanOrEqual(3)
    }
  })

  test('of each class carry their glyph at 4.5, and stand out from the land at 3 by fill or edge', () => {
    expect(CLASS_COLOURS).toHaveLength(6)
    for (const { back, ink, edge } of CLASS_COLOURS) {
      expect(contrast(ink, back)).toBeGreaterThanOrEqual(4.5)
      for (const { page, sichuan, chongqing } of Object.values(SCHEMES)) {
        for (const land of [page, sichuan, chongqing]) {
          expect(Math.max(contrast(back, land), contrast(edge, land))).toBeGreaterThanOrEqual(3)
        }
      }
    }
  })
})

describe('the colours of the air quality index', () => {
  test('are those of the standard, the same in both editions', () => {
    for (const { classes } of AIR_INDICES)
      expect(AIR_COLOURS.map(({ back }) => back)).toEqual(classes.map(({ colour }) => colour.hex.toLowerCase()))
  })

  test('carry their word at 4.5, and stand out from a page and a card at 3 by fill or edge', () => {
    for (const { back, ink, edge } of AIR_COLOURS) {
      expect(contrast(ink, back)).toBeGreaterThanOrEqual(4.5)
      for (const { page, surface } of Object.values(SCHEMES)) {
        for (const land of [page, surface])
          expect(Math.max(contrast(back, land), contrast(edge, land)), back).toBeGreaterThanOrEqual(3)
      }
    }
  })
})

describe('the plates of enterprise credit', () => {
  test('carry their word at 4.5, and stand out from a page and a card at 3 by fill or edge', () => {
    expect(Object.keys(PLATE_COLOURS)).toEqual(['green', 'blue', 'yellow', 'red'])
    for (const { back, ink, edge } of Object.values(PLATE_COLOURS)) {
      expect(contrast(ink, back)).toBeGreaterThanOrEqual(4.5)
      for (const { page, surface } of Object.values(SCHEMES)) {
        for (const land of [page, surface])
          expect(Math.max(contrast(back, land), contrast(edge, land))).toBeGreaterThanOrEqual(3)
      }
    }
  })
})

describe('the style sheet', () => {
  test('is served under the digest of its content, and is the only one', () => {
    expect(STYLE_PATH).toBe(`/assets/style-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`)
    expect(PORTAL_ASSETS.get(STYLE_PATH)?.type).toBe('text/css; charset=utf-8')
  })

  test('fetches nothing and balances its braces', () => {
    expect(STYLE).not.toMatch(/url\(|@import|@font-face|expression\(/)
    expect(STYLE.split('{').length).toBe(STYLE.split('}').length)
  })

  test('uses no token that the palette does not define', () => {
    const used = new Set([...STYLE.matchAll(/var\(--(\w+)\)/g)].map(([, name]) => name))
    for (const name of used) expect(Object.keys(SCHEMES.light)).toContain(name)
  })

  test('knows dark screens, narrow screens, and paper, which is white', () => {
    expect(STYLE).toContain('prefers-color-scheme:dark')
    expect(STYLE).toContain('@media screen and (max-width:40rem)')
    expect(STYLE.lastIndexOf(`--page:${SCHEMES.light.page}`)).toBeGreaterThan(
      STYLE.indexOf(`--page:${SCHEMES.dark.page}`),
    )
  })
})
