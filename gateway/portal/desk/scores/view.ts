/** What the page of scores shows: the question as asked, the answer or what is wrong with the question, and the areas one may ask about. */
import { civilDay } from '../../../../contracts/life.ts'
import { type Bilingual, PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { Problem } from '../../../errors/problem.ts'
import type { Gateway } from '../../../gateway.ts'
import { areasOn } from '../../../release/products/air/areas.ts'
import { type Asked, PARAMETERS, type Parameter, questionOf, type ScoreQuestion } from '../../../scores/question.ts'
import { type Divergences, divergencesOf, type Scores, scoresOf } from '../../../scores/scores.ts'
import type { Person } from '../person.ts'

/** Areas of one side for the form. */
export interface SideAreas {
  readonly party: PartyId
  readonly areas: readonly { readonly id: string; readonly name: string }[]
}

/** The page. `overall` are the joint values held against each voice, told apart by nothing more. */
export interface ScoresView {
  readonly sandbox: boolean
  readonly person: Person
  readonly now: number
  readonly asked: Asked
  readonly fault: { readonly field: string; readonly text: Bilingual } | null
  readonly found: {
    readonly scores: Scores
    readonly overall: Scores['pairs']
    readonly divergences: Divergences
  } | null
  readonly sides: readonly SideAreas[]
}

/** The parameters of a page's query; fields left empty were not asked. */
export function readAsked(query: (name: string) => string | undefined): Asked {
  return Object.fromEntries(
    PARAMETERS.flatMap((name): [Parameter, string][] => {
      const sent = query(name) ?? ''
      if (sent === '') return []
      return [[name, name === 'group' && sent === 'none' ? '' : sent]]
    }),
  )
}

/** Cities of both sides, and what Chongqing forecasts besides: its districts and counties. */
function sidesOn({ standing }: Gateway, day: string): readonly SideAreas[] {
  const registry = standing.registry('divisions')?.registry
  if (!registry) return []
  const areas = (['city', 'county', 'management'] as const).flatMap((kind) => areasOn(registry, kind, day))
  return PARTIES.map((party) => ({
    party,
    areas: areas
      .filter((area) => area.party === party && (area.kind === 'city' || party === 'cq'))
      .map(({ id, name }) => ({ id, name })),
  }))
}

function questionIn(gateway: Gateway, asked: Asked): ScoreQuestion | Required<ScoresView>['fault'] {
  try {
    return questionOf(asked, { now: gateway.now(), size: gateway.log.head().size })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'query-invalid') throw error
    const { pointer = 'from', detail = { zh: '', en: '' } } = error.extra
    return { field: pointer, text: detail }
  }
}

/** Gathers the page. */
export async function scoresView(gateway: Gateway, person: Person, asked: Asked): Promise<ScoresView> {
  const now = gateway.now()
  const { sandbox } = gateway.config
  const view = { sandbox, person, now, asked, fault: null, found: null, sides: sidesOn(gateway, civilDay(now)) }
  const question = questionIn(gateway, asked)
  if (question === null) return view
  if ('field' in question) return { ...view, fault: question }
  const scores = await scoresOf(gateway, question)
  const { pairs: overall } = await scoresOf(gateway, { ...question, group: [] })
  return { ...view, found: { scores, overall, divergences: await divergencesOf(gateway, question) } }
}
