/** Keeps one known warning of Node's off stderr; every other passes. */

/** Runs `load`; a warning whose text matches, given meanwhile, is dropped. */
export async function withoutWarning<T>(known: RegExp, load: () => Promise<T>): Promise<T> {
  const emit = process.emitWarning
  process.emitWarning = (warning: string | Error, ...rest: readonly unknown[]): void => {
    if (!known.test(typeof warning === 'string' ? warning : warning.message))
      Reflect.apply(emit, process, [warning, ...rest])
  }
  try {
    return await load()
  } finally {
    process.emitWarning = emit
  }
}
