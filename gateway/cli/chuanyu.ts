#!/usr/bin/env node
/** The `chuanyu` command: what partners and operators run. */
import { keepCompiled } from './compile-cache.ts'
import { processIo } from './io.ts'

keepCompiled()
// Read only now, so that it counts among what is kept.
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), processIo())
