/** What axe finds on a page, by rule and place. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

const placed = ({ id, nodes }: Violation): string[] =>
  nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`)

/** What is serious or critical, of WCAG and of good practice. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags([...WCAG, 'best-practice']).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(placed)
}

/** Whatever breaks WCAG 2.2 AA, however slightly. */
export async function wcagBreaches(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  return violations.flatMap(placed)
}
