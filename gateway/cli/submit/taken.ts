/** What became of the files of a package: a line of JSON each on stdout, the rest in words on stderr. */
import { refusalOf, type Taken } from '../../client/package.ts'
import type { Io } from '../command.ts'
import { EXIT, type ExitCode, exitOf, worse } from '../exit.ts'
import { explainError, explainRejections } from '../explain.ts'

const WORDS = {
  accepted: { zh: '已接收', en: 'accepted' },
  rejected: { zh: '已接收，部分行拒收', en: 'accepted but for some rows' },
} as const

async function tellOne(one: Taken, io: Io): Promise<ExitCode> {
  const { name, digest, state } = one
  if (one.state === 'refused') {
    await io.out(`${JSON.stringify({ file: name, digest, state, code: one.problem.code })}\n`)
    const error = refusalOf(one)
    io.err(explainError(error, name))
    return exitOf(error)
  }
  const { submission, rows, accepted, rejected, duplicates } = one.receipt.header
  const counts = { in: rows, accepted: accepted.count, rejected: rejected.count, duplicates }
  await io.out(`${JSON.stringify({ file: name, digest, state, submission, counts })}\n`)
  const { zh, en } = WORDS[one.state]
  const again = one.repeated ? '，此前已入账 · taken before' : ''
  io.err(
    `${name}: ${zh}${again}：共 ${rows} 行，接收 ${accepted.count}，拒收 ${rejected.count}，重复 ${duplicates}` +
      ` · ${en}: ${rows} rows, ${accepted.count} accepted, ${rejected.count} rejected, ${duplicates} duplicates\n`,
  )
  io.err(explainRejections(one.rejections, name))
  return EXIT.ok
}

/** Tells of all; the exit is of the worst. Rejected rows alone are no failure: the others count. */
export async function tellTaken(taken: readonly Taken[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = EXIT.ok
  for (const one of taken) exit = worse(exit, await tellOne(one, io))
  return exit
}
