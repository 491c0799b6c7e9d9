/** A party's duty roster (值班表): its signed steps folded, so that for a day, a post and a product it tells who is on duty. Pure. */
import { PRODUCT_IDS, type ProductId } from '../../../contracts/registry/types.ts'
import { ACT_POSTS, type Act, type Actor, POSTS, type Post } from '../consultation/acts.ts'

/** Who holds a post from one civil day to another, both inclusive, and who stands in. Keys by id. */
export interface DutyEntry {
  readonly deputies: readonly string[]
  readonly from: string
  readonly holder: string
  readonly note: string | null
  readonly post: Post
  readonly to: string
}

/** One signed step: it sets the roster for the days its entries name, for one product or (null) for all. `time` in ms. */
export interface DutyStep {
  readonly entries: readonly DutyEntry[]
  readonly index: number
  readonly kid: string
  readonly n: number
  readonly product: ProductId | null
  readonly time: number
}

/** The steps in ledger order. */
export type Roster = readonly DutyStep[]

/** What holds for one post on one day, and the step that says so. */
export interface DutyLine extends Omit<DutyEntry, 'from' | 'to'>, Pick<DutyStep, 'index' | 'n' | 'product'> {}

/** Where to look. `before`: only steps that lie before this ledger index; all of them without it. */
export interface DutyPlace {
  readonly before?: number
  readonly day: string
  readonly post: Post
  readonly product: ProductId
}

function lineOf({ entries, index, n, product }: DutyStep, day: string, post: Post): DutyLine | undefined {
  const entry = entries.find((one) => one.post === post && one.from <= day && day <= one.to)
  if (!entry) return undefined
  const { deputies, holder, note } = entry
  return { deputies, holder, index, n, note, post, product }
}

/** Who is on duty: the last step that names the day and post for this product or for all; null where none does. */
export function lineAt(roster: Roster, { before, day, post, product }: DutyPlace): DutyLine | null {
  for (let at = roster.length - 1; at >= 0; at--) {
    const step = roster[at]
    if (!step || (before !== undefined && step.index >= before)) continue
    if (step.product !== null && step.product !== product) continue
    const line = lineOf(step, day, post)
    if (line) return line
  }
  return null
}

/** Every line that holds on a day: for each post the one for all products, and those that products have of their own beside it. */
export function linesOn(roster: Roster, day: string): readonly DutyLine[] {
  return POSTS.flatMap((post) => {
    const held = PRODUCT_IDS.flatMap((product) => lineAt(roster, { day, post, product }) ?? [])
    const byStep = new Map(held.map((line) => [line.n, line]))
    // The line for all products comes first; where every product has its own there is none.
    return [...byStep.values()].sort((a, b) => Number(a.product !== null) - Number(b.product !== null) || a.n - b.n)
  })
}

/** How somebody stands to a roster: nobody is named, or they hold the post, stand in for its holder, or are not on duty. */
export type DutyStanding =
  | { readonly is: 'free' | 'holder' | 'off' }
  | { readonly is: 'deputy'; readonly holder: string }

/** The standing of who does an act, in those of their posts that may do it. */
export function standingOf(
  roster: Roster,
  act: Act['type'],
  { kid, posts }: Pick<Actor, 'kid' | 'posts'>,
  place: Omit<DutyPlace, 'post'>,
): DutyStanding {
  const may = ACT_POSTS[act].filter((post) => posts.includes(post))
  const lines = may.map((post) => lineAt(roster, { ...place, post }))
  if (lines.some((line) => line?.holder === kid)) return { is: 'holder' }
  const deputised = lines.find((line) => line?.deputies.includes(kid))
  if (deputised) return { is: 'deputy', holder: deputised.holder }
  return { is: lines.length === 0 || lines.includes(null) ? 'free' : 'off' }
}
