/** What a literal comes to for one kind of value: settled, or ways to have it (an analytic tableau). */
import type { Kind } from '../json.ts'
import type { Atom, Form } from '../schema/form.ts'
import { kindSpokenOf } from '../schema/kinds.ts'
import { typeSays } from '../schema/values.ts'
import { broken, kept, type Literal } from './search.ts'

/** Ways to have a literal, each a list of others; none when it cannot be had; or settled, to be built from. */
export type Ways = readonly (readonly Literal[])[] | 'settled'

const ALWAYS: Ways = [[]]
const NEVER: Ways = []

/** Whether a literal is of a whole schema. */
export function isForm(of: Form | Atom): of is Form {
  return 'atoms' in of
}

/** The ways to have a literal in a value of that kind. `required` makes the rule that a member is there. */
export function waysOf({ of, holds }: Literal, kind: Kind, required: (name: string) => Atom): Ways {
  if (isForm(of)) return holds ? [of.atoms().map(kept)] : of.atoms().map((atom) => [broken(atom)])
  const only = kindSpokenOf(of)
  if (only !== undefined && only !== kind) return holds ? ALWAYS : NEVER
  switch (of.rule) {
    case 'type': {
      const word = typeSays(of, kind)
      return word === 'whole' ? 'settled' : (word === 'yes') === holds ? ALWAYS : NEVER
    }
    case 'anyOf':
      return holds ? of.forms.map((form) => [kept(form)]) : [of.forms.map(broken)]
    case 'oneOf':
      return holds ? exactlyOne(of.forms) : noneOrTwo(of.forms)
    case 'not':
      return [[holds ? broken(of.form) : kept(of.form)]]
    case 'if':
      return [
        [kept(of.when), { holds, of: of.matched }],
        [broken(of.when), { holds, of: of.otherwise }],
      ]
    case 'dependentRequired': {
      const [there, needs] = [required(of.name), of.needs.map(required)]
      return holds ? [[broken(there)], needs.map(kept)] : needs.map((need) => [kept(there), broken(need)])
    }
    case 'dependentSchemas': {
      const there = required(of.name)
      return holds ? [[broken(there)], [kept(of.form)]] : [[kept(there), broken(of.form)]]
    }
    default:
      return 'settled'
  }
}

function exactlyOne(forms: readonly Form[]): Ways {
  return forms.map((chosen) => [kept(chosen), ...forms.filter((form) => form !== chosen).map(broken)])
}

function noneOrTwo(forms: readonly Form[]): Ways {
  const pairs = forms.flatMap((one, at) => forms.slice(at + 1).map((other) => [kept(one), kept(other)]))
  return [forms.map(broken), ...pairs]
}
