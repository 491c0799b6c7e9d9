/** Being told to stop: SIGTERM from a service manager, SIGINT from a keyboard. */

/** How often a parent is looked for, ms. */
const LOOK_EVERY = 500

/**
 * Resolves at the first such signal; a second one ends the process at once, as usual. With `parent` it resolves as well when the process
 * that started this one has gone: npm passes a signal to its shell, and the shell tells nobody.
 */
export function stopSignal({ parent = false }: { readonly parent?: boolean } = {}): Promise<void> {
  return new Promise((resolve) => {
    const started = process.ppid
    const orphaned = parent ? setInterval(() => process.ppid !== started && stop(), LOOK_EVERY) : undefined
    orphaned?.unref()
    const signals = ['SIGTERM', 'SIGINT'] as const
    // A second one of either kind must find nobody listening.
    const stop = (): void => {
      for (const signal of signals) process.off(signal, stop)
      clearInterval(orphaned)
      resolve()
    }
    for (const signal of signals) process.on(signal, stop)
  })
}
