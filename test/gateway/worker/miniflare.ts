/** Suites that need workerd: where it cannot start they are skipped saying why, and fail when `CI` is set. */
import { Miniflare } from 'miniflare'
import { describe, test } from 'vitest'

/** How long workerd may take to start, ms; where its binary is missing it never says so. */
const PATIENCE = 20_000

async function whyNot(): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${PATIENCE} ms`), PATIENCE)
  })
  try {
    const miniflare = new Miniflare({ modules: true, script: 'export default { fetch: () => new Response("up") }' })
    const up = miniflare.ready.then(() => miniflare.dispose()).then(() => null)
    return await Promise.race([up, late])
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    clearTimeout(timer)
  }
}

/** A suite on workerd. */
export async function describeWorkerd(title: string, suite: () => void): Promise<void> {
  const reason = await whyNot()
  if (reason === null) describe(title, suite)
  else if (process.env.CI) {
    test(`${title}: workerd is required in CI`, () => {
      throw new Error(`workerd cannot start: ${reason}`)
    })
  } else describe.skip(`${title} (skipped: workerd cannot start: ${reason})`, suite)
}
