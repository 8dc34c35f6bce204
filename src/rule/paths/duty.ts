import type { CallFact, CallFlow, FactEvent } from '../../flow/index.ts'
import { followFacts } from '../../flow/index.ts'
import type { Span } from '../../source/index.ts'
import type { RuleMatch } from '../rule.ts'
import type { Offence, Said } from './offences.ts'
import { findOffences, saidBy, saidByFacts } from './offences.ts'
import { findSilentOpening } from './opening.ts'

/** What is to be given, and where; see `RequireRule`. */
export interface DutyTerms {
  readonly scope: 'anywhere' | 'every-path' | 'opening'
  readonly before: readonly CallFact[]
  readonly counts: readonly CallFact[]
  readonly when: readonly CallFact[]
  readonly paths: readonly CallFact[]
  readonly except: readonly CallFact[]
}

/** How a call meets a duty. */
export interface Duty {
  /** False where nothing makes it due in this script. */
  readonly isDue: boolean
  /** What makes it due, where it hangs on something. */
  readonly dueAt?: Said
  /** All words that give an element of it. */
  readonly given: readonly Said[]
  /** The elements, by place, that no words give. */
  readonly lacking: readonly number[]
  /** Where something is said before it is given. */
  readonly late: readonly Offence[]
  /** False where an element is given only in steps that no way comes to. */
  readonly isReached: boolean
  /** The shortest path on which it is due and not given, with the place to report. */
  readonly without?: { readonly path: readonly string[]; readonly span: Span }
}

/** Looks at one duty on all paths. `matches` are those of each element. A duty of scope `anywhere` may leave out on which paths it is not met. */
export function inspectDuty(
  flow: CallFlow,
  terms: DutyTerms,
  matches: readonly (readonly RuleMatch[])[],
  onPaths = true
): Duty {
  const byElement = matches.map(found => saidBy(flow, found))
  const counting = saidByFacts(flow, terms.counts)
  const causes = saidByFacts(flow, terms.when)
  const dueAt = causes[0]
  const given = [...byElement.flat(), ...counting]
  const lacking = counting.length > 0 ? [] : [...byElement.keys()].filter(at => byElement[at]!.length === 0)
  const isReached = byElement.every(found => [...found, ...counting].some(said => flow.isReached(said.node)))
  const late = findLate(flow, terms, byElement)
  const isDue = terms.when.length === 0 || dueAt !== undefined
  const isAsked = isDue && given.length > 0 && onPaths
  const without = isAsked ? findWithout(flow, terms, byElement, causes) : undefined
  return { isDue, ...(dueAt && { dueAt }), given, lacking, late, isReached, ...(without && { without }) }
}

/** What is said too early: a fact is raised while an element has not been given. */
function findLate(flow: CallFlow, terms: DutyTerms, byElement: readonly (readonly Said[])[]): Offence[] {
  if (terms.before.length === 0) return []
  const all = (1 << byElement.length) - 1
  const excused = all + 1
  return findOffences(flow, {
    said: saidByFacts(flow, terms.before),
    marks: [...byElement.map(() => terms.counts), terms.except],
    turnOn: turnOn(byElement),
    unreached: all,
    isOffence: marks => (marks & all) !== all && (marks & excused) === 0
  })
}

function turnOn(byElement: readonly (readonly Said[])[]) {
  return byElement.flatMap((found, mark) => found.map(said => ({ said, mark })))
}

/** The shortest path to the end of the call on which the duty is due and not met. */
function findWithout(
  flow: CallFlow,
  terms: DutyTerms,
  byElement: readonly (readonly Said[])[],
  causes: readonly Said[]
): Duty['without'] {
  if (terms.scope === 'opening') return findSilentOpening(flow, byElement, [...terms.except, ...terms.counts])
  const all = (1 << byElement.length) - 1
  const excused = all + 1
  const asked = excused << 1
  const due = asked << 1
  const events = new Map<number, FactEvent[]>()
  for (const { said, mark } of turnOn(byElement)) {
    const here = events.get(said.node) ?? []
    here.push({ sentence: said.sentence, on: 1 << mark, off: 0 })
    events.set(said.node, here)
  }
  const walk = followFacts(flow, {
    marks: [...byElement.map(() => terms.counts), terms.except, terms.paths, terms.when],
    events
  })
  const endings = walk.statesAt(flow.graph.end)
  const hasAsked = endings.some(state => state & asked)
  const offending = endings.filter(
    state =>
      (state & all) !== all &&
      (state & excused) === 0 &&
      (!hasAsked || (state & asked) !== 0) &&
      (terms.when.length === 0 || (state & due) !== 0)
  )
  const ways = offending.map(state => walk.pathTo(flow.graph.end, state))
  const nodes = ways.reduce<readonly number[] | undefined>(
    (best, way) => (best && flow.stepsOf(best).length <= flow.stepsOf(way).length ? best : way),
    undefined
  )
  if (!nodes) return undefined
  const path = flow.stepsOf(nodes)
  const cause = causes.find(said => nodes.includes(said.node))
  return { path, span: cause?.span ?? lastStepSpan(flow, nodes) }
}

/** The heading of the step in which a path ends. */
function lastStepSpan({ graph }: CallFlow, nodes: readonly number[]): Span {
  const last = nodes.findLast(node => graph.nodes[node]!.step >= 0)!
  return graph.script.steps[graph.nodes[last]!.step]!.titleSpan
}
