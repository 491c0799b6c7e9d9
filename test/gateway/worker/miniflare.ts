/** Suites that need workerd: where it cannot start they are skipped saying why, and fail when `CI` is set. */
import { Miniflare } from 'miniflare'
import { describe, test } from 'vitest'

async function whyNot(): Promise<string | null> {
  try {
    const miniflare = new Miniflare({ modules: true, script: 'export default { fetch: () => new Response("up") }' })
    await miniflare.ready.finally(() => miniflare.dispose())
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
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
