/** Being told to stop: SIGTERM from a service manager, SIGINT from a keyboard. */

/** Resolves at the first such signal; a second one ends the process at once, as usual. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGTERM', 'SIGINT'] as const
    // A second one of either kind must find nobody listening.
    const stop = (): void => {
      for (const signal of signals) process.off(signal, stop)
      resolve()
    }
    for (const signal of signals) process.on(signal, stop)
  })
}
