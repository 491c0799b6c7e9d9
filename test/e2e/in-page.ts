/** What is asked of a page from inside it, as text: the project is typed without a browser's globals. */
import type { Page } from 'playwright-core'

/** What reaches past the right edge of the window or of its own box, other than inside what scrolls by itself. */
export function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const burst = [...document.querySelectorAll('td, th, li, dd, p, h1, h2, h3, section, .value')].filter((element) =>
      element.clientWidth > 1 && element.closest('thead') === null && element.scrollWidth > element.clientWidth + 2 && element.checkVisibility() && getComputedStyle(element).overflowX === 'visible')
    if (burst.length > 0) return burst.map(({ tagName, className, textContent }) => tagName + '.' + className + ' ' + textContent.trim().slice(0, 40))
    const cut = [...document.querySelectorAll('dialog[open] table')].filter((element) =>
      element.getBoundingClientRect().right > element.closest('dialog').getBoundingClientRect().right && element.closest('[role=region]') === null)
    if (cut.length > 0) return cut.map(({ tagName, className }) => 'cut off: ' + tagName + '.' + className)
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      return width > 0 && right > clientWidth + 1 && element.closest('.flow, pre, .sr') === null
    })
    return ['page ' + scrollWidth + ' > ' + clientWidth, ...wide.map(({ tagName, className }) => tagName + '.' + className)]
  })()`)
}

/** Where the focus is: its link, its id, and whether it can be seen. */
export function focused(
  page: Page,
): Promise<{ readonly href: string | null; readonly id: string; readonly shown: boolean }> {
  return page.evaluate(`(() => {
    const element = document.activeElement
    const { width, bottom, top } = element.getBoundingClientRect()
    return { href: element.getAttribute('href'), id: element.id, shown: width > 0 && bottom > 0 && top < innerHeight }
  })()`)
}

/** One row of the table of sections, as printed. */
export interface PrintedRow {
  readonly name: string
  readonly class: string
  readonly target: string
  readonly held: string
  readonly means: readonly string[]
}

/** Every row of the table of sections. */
export function printedRows(page: Page): Promise<readonly PrintedRow[]> {
  return page.evaluate(`[...document.querySelectorAll('table.sections tbody tr:not(.group)')].map((row) => {
    const text = (selector) => row.querySelector(selector)?.textContent.trim() ?? ''
    const means = [...row.querySelectorAll('td.item')].map((cell) => cell.firstElementChild?.ariaHidden === 'true' ? '' : cell.textContent.trim())
    return { name: row.querySelector('th').firstChild.textContent.trim(), class: text('td .chip'), target: text('.aim'), held: text('.held'), means }
  })`)
}

/** Every province boundary that is drawn and shown: in which drawing, whether of a river that is drawn across too, how long in px, and what stands at it. */
export function boundariesDrawn(
  page: Page,
): Promise<
  readonly { readonly drawing: string; readonly both: boolean; readonly length: number; readonly label: string }[]
> {
  return page.evaluate(`[...document.querySelectorAll('.flow path.boundary')].filter((path) => path.checkVisibility()).map((path) => {
    const { width, height } = path.getBoundingClientRect()
    const drawing = path.closest('.across') ? 'across' : 'down'
    const both = path.closest('.river').querySelector('.across') !== null
    return { drawing, both, length: Math.max(width, height), label: path.nextElementSibling.textContent }
  })`)
}

/** Pairs of texts of one river drawing that are shown over one another. */
export function overlappingTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('.flow svg')].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
    const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()])
    return texts.flatMap(([one, a], at) => texts.slice(at + 1).flatMap(([other, b]) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4 ? [one + ' | ' + other] : []))
  })`)
}
