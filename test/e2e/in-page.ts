/** What is asked of a page from inside it, as text: the project is typed without a browser's globals. */
import type { Page } from 'playwright-core'

/** What reaches past the right edge of the window, other than inside what scrolls by itself. */
export function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement
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
    const means = [...row.querySelectorAll('td.item .value')].map((cell) => cell.firstElementChild?.ariaHidden === 'true' ? '' : cell.textContent.trim())
    return { name: row.querySelector('th').firstChild.textContent.trim(), class: text('td .chip'), target: text('.aim'), held: text('.held'), means }
  })`)
}
