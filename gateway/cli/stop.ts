/** Being told to stop: SIGTERM from a service manager, SIGINT from a keyboard. */

/** Resolves at the first such signal; a second one ends the process at once, as usual. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}
