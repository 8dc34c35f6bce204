import type { CallFact } from '../../flow/index.ts'
import type { Said } from '../paths/offences.ts'
import { findOffences, saidBy, saidByFacts } from '../paths/offences.ts'
import { pathName } from '../paths/path-name.ts'
import type { Finding, Rule, RuleContext, RuleMeta } from '../rule.ts'
import type { PatternGroup } from './prohibit.ts'

/** One side of an order: words, or what raises a fact. */
export interface OrderSide extends PatternGroup {
  readonly facts: readonly CallFact[]
}

/** What must have been said before something else, on every path that comes to the latter. */
export interface OrderRule extends RuleMeta {
  readonly kind: 'order'
  readonly first: OrderSide
  readonly later: OrderSide
  /** Nothing is reported where one of these facts holds. */
  readonly except: readonly CallFact[]
}

/** Findings `missing`, where the first is nowhere in the script, and `missing-on-path`; one for each step that comes too early. */
export function order(source: OrderRule): Rule {
  const { first, later, except, ...meta } = source
  const patterns = { first: first.patterns, later: later.patterns }
  return { ...meta, patterns, check: context => findings(context, source) }
}

function* findings(context: RuleContext, { first, later, except }: OrderRule): Generator<Finding> {
  const flow = context.flow()
  const said = side(context, 'later', later)
  if (said.length === 0) return
  const earlier = side(context, 'first', first)
  const offences = findOffences(flow, {
    said,
    marks: [[], except],
    turnOn: earlier.map(said => ({ said, mark: 0 })),
    unreached: 1,
    isOffence: marks => marks === 0
  })
  for (const { said, path } of earlier.length > 0 ? offences : offences.slice(0, 1)) {
    yield {
      messageId: earlier.length > 0 ? 'missing-on-path' : 'missing',
      span: said.span,
      data: { phrase: said.phrase, path: pathName(flow, path) },
      path,
      ...(said.match && { match: said.match })
    }
  }
}

function side(context: RuleContext, group: string, { in: usages, stances, facts }: OrderSide): Said[] {
  const matches = context.matches(group).filter(found => usages.includes(found.usage) && stances.includes(found.stance))
  return [...saidBy(context.flow(), matches), ...saidByFacts(context.flow(), facts)]
}
