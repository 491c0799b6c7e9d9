/** What a drafter does at a consultation's page, by hand. */
import type { Locator, Page } from 'playwright-core'

/** How long what one does may take to reach the other: less than the time between two looks, so that it came by the stream. */
const SOON = 4500

/** Hands on one consultation's cells. */
export interface Hands {
  /** The cell of the table that a link names. */
  cell(page: Page, id: string): Locator
  /** Opens a cell's panel and waits for what each side says. */
  openCell(page: Page, id: string): Promise<void>
  /** Puts a value of one's own into the draft. */
  draftOwn(page: Page, id: string, range: readonly [min: number, max: number], reason: string): Promise<void>
  /** Puts what a side says, or both together, into the draft. */
  draftTake(page: Page, id: string, take: 'cq' | 'sc' | 'union'): Promise<void>
}

/** Hands on the cells of a consultation. */
export function handsOn(consultation: string): Hands {
  const cell = (page: Page, id: string): Locator =>
    page.locator(`#matrix td:has(> a[href^="${consultation}/cells/${id}"])`)
  const openCell = async (page: Page, id: string): Promise<void> => {
    await cell(page, id).locator('> a').click()
    await page.locator('#panel-words table').waitFor()
  }
  const keep = async (page: Page): Promise<void> => {
    await page.locator('#edit button[type=submit]').click()
    await page.locator('#panel').waitFor({ state: 'hidden' })
  }
  return {
    cell,
    openCell,
    async draftOwn(page, id, [min, max], reason) {
      await openCell(page, id)
      await page.locator('#edit input[value=own]').check()
      await page.locator('#edit input[name=min]').fill(String(min))
      await page.locator('#edit input[name=max]').fill(String(max))
      await page.locator('#edit-reason').fill(reason)
      await keep(page)
    },
    async draftTake(page, id, take) {
      await openCell(page, id)
      await page.locator(`#edit input[value=${take}]`).check()
      await keep(page)
    },
  }
}

/** Waits until a part of a page says something. */
export async function says(part: Locator, words: RegExp | string, timeout = SOON): Promise<void> {
  await part.filter({ hasText: words }).waitFor({ timeout })
}

/** Sends the draft. */
export async function send(page: Page): Promise<void> {
  await page.locator('#send').click()
}
