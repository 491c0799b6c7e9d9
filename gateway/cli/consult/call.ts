/** What every verb of `consult` works with: the client, the options, and how an act is sent and told. */
import type { Client } from '../../client/client.ts'
import { countOf, listOf, membersOf } from '../../client/read-json.ts'
import type { StepAct } from '../../release/consultation/acts.ts'
import type { Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { printableLine } from '../printable.ts'
import type { readArgs } from '../usage.ts'

/** The options of every verb. */
export const OPTIONS = {
  origin: { type: 'string' },
  key: { type: 'string' },
  json: { type: 'boolean' },
  payload: { type: 'boolean' },
  digest: { type: 'string' },
  product: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  corrects: { type: 'string' },
  reason: { type: 'string' },
  embargo: { type: 'string' },
  text: { type: 'string' },
  cell: { type: 'string' },
  objection: { type: 'string' },
  after: { type: 'string' },
  count: { type: 'string' },
  'if-match': { type: 'string' },
} as const

/** Them as given. */
export type Values = ReturnType<typeof readArgs<typeof OPTIONS>>['values']

/** What a verb works with; `id` is empty where it takes none, `file` where it takes no second argument. */
export interface Call {
  readonly client: Client
  readonly id: string
  readonly file: string
  readonly values: Values
  readonly io: Io
}

/** Where a consultation is read. */
export const pathOf = (id: string): string => `/v1/consultations/${encodeURIComponent(id)}`

/** Steps there are, and the revision of a cell on the table. */
async function placeIn(client: Client, id: string, cell: string | null): Promise<{ seen: number; revision: number }> {
  const body = membersOf((await client.read(pathOf(id))).json(), 'a consultation')
  const seen = countOf(body.get('steps'), 'steps')
  if (cell === null) return { seen, revision: 0 }
  const cells = listOf(membersOf(body.get('table'), 'table').get('cells'), 'cells')
  const found = cells.map((one) => membersOf(one, 'a cell')).find((one) => one.get('id') === cell)
  return { seen, revision: found ? countOf(found.get('revision'), 'revision') : 0 }
}

/** A consultation after a step. */
export interface Came {
  readonly id: string
  readonly status: string
  readonly steps: number
  readonly digest: string
}

/** Tells what came of an act: data on stdout, words on stderr. */
export async function told({ io }: Pick<Call, 'io'>, what: string, came: Came): Promise<ExitCode> {
  const { id, status, steps, digest } = came
  await io.out(`${JSON.stringify({ id, status, steps, digest })}\n`)
  io.err(`✓ ${what} · ${printableLine(`${id}: ${status}`)}\n`)
  return EXIT.ok
}

/** Sends an act about a consultation as it stands. */
export async function act(call: Call, what: string, make: (place: { revision: number }) => StepAct): Promise<ExitCode> {
  const { client, id, values } = call
  const { seen, revision } = await placeIn(client, id, values.cell ?? null)
  return told(call, what, await client.step(id, make({ revision }), seen, values['if-match']))
}
