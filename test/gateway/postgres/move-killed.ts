/** A move that kills its own process when it has come so far: a folder, a database, and a step of it, or `copying`. */
import { MOVE_STEPS, moveLedger } from '../../../gateway/backup/move.ts'

const [data = '', to = '', at = ''] = process.argv.slice(2)
if (at !== 'copying' && !MOVE_STEPS.some((step) => step === at)) throw new TypeError(`no step ${at}`)

const die = (): void => {
  process.kill(process.pid, 'SIGKILL')
}
await moveLedger({
  data,
  to,
  now: Date.now(),
  prove: async () => undefined,
  progress(done, of) {
    if (at === 'copying' && done > of / 2) die()
  },
  reached(step) {
    if (step === at) die()
  },
})
throw new Error('expected to be dead')
