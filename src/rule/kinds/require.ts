import type { CallFact } from '../../flow/index.ts'
import type { Stance } from '../../match/index.ts'
import { agentUtterances } from '../../script/index.ts'
import type { Span } from '../../source/index.ts'
import type { Locale, Localised } from '../locale.ts'
import type { Duty } from '../paths/duty.ts'
import { inspectDuty } from '../paths/duty.ts'
import { pathName } from '../paths/path-name.ts'
import type { Coverage, Finding, Rule, RuleContext, RuleMatch, RuleMeta, Usage } from '../rule.ts'

/** One thing that has to be said for a disclosure to be whole. */
export interface RequiredElement {
  readonly name: string
  /** What a reader calls it; needed where a rule has several elements. */
  readonly label?: Localised
  readonly patterns: readonly string[]
  readonly in: readonly Usage[]
  readonly stances: readonly Stance[]
}

/** Where a disclosure is due. `opening`: within the first things that the agent says. */
export const requireScopes = ['anywhere', 'every-path', 'opening'] as const
export type RequireScope = (typeof requireScopes)[number]

/** What must be said, in one or more elements. */
export interface RequireRule extends RuleMeta {
  readonly kind: 'require'
  readonly elements: readonly RequiredElement[]
  /** A sentence that matches one of these gives no element, whatever else it says. */
  readonly unless: readonly string[]
  readonly scope: RequireScope
  /** It has to be given before one of these facts is raised. */
  readonly before: readonly CallFact[]
  /** Facts that give it as well: a branch "verified" shows that somebody asked. */
  readonly counts: readonly CallFact[]
  /** It is due only where one of these facts is raised. */
  readonly when: readonly CallFact[]
  /** The paths that it is asked of: those with one of these facts; where no path has any, all. */
  readonly paths: readonly CallFact[]
  /** It is not due where one of these facts holds at the end, or where it would have to be said. */
  readonly except: readonly CallFact[]
}

/** One finding a script for each cause: `missing`, `partial` with the names of what is not said, or `missing-on-path`. */
export function require(source: RequireRule): Rule {
  const { elements, unless, scope, before, counts, when, paths, except, ...meta } = source
  const patterns = { ...Object.fromEntries(elements.map(element => [element.name, element.patterns])), unless }
  return {
    ...meta,
    patterns,
    check: context => findings(context, source),
    coverage: context => coverageOf(context, source)
  }
}

function* findings(context: RuleContext, rule: RequireRule): Generator<Finding> {
  if (!hasWording(context)) return
  const duty = inspect(context, rule, rule.scope !== 'anywhere')
  if (!duty.isDue) return
  if (duty.lacking.length > 0) {
    const isPartial = duty.lacking.length < rule.elements.length
    const lacking = duty.lacking.map(at => rule.elements[at]!)
    yield {
      messageId: isPartial ? 'partial' : 'missing',
      span: duty.late[0]?.said.span ?? duty.dueAt?.span ?? dutySpan(context),
      data: { elements: namesOf(lacking) },
      ...(duty.late[0] && { path: duty.late[0].path })
    }
    return
  }
  const flow = context.flow()
  const onPath = (span: Span, path: readonly string[], phrase = ''): Finding => ({
    messageId: 'missing-on-path',
    span,
    data: { path: pathName(flow, path), phrase },
    path
  })
  for (const { said, path } of duty.late) yield onPath(said.span, path, said.phrase)
  // What comes too late on one path is most often what another lacks: one cause, told where it shows first.
  if (duty.late.length === 0 && duty.without) yield onPath(duty.without.span, duty.without.path)
}

function inspect(context: RuleContext, rule: RequireRule, onPaths: boolean): Duty {
  return inspectDuty(
    context.flow(),
    rule,
    rule.elements.map(element => given(context, element)),
    onPaths
  )
}

function coverageOf(context: RuleContext, rule: RequireRule): Coverage {
  const duty = inspect(context, rule, true)
  const evidence = apart(duty.given.map(({ span, phrase }) => ({ span, text: phrase })))
  const isGiven = duty.lacking.length === 0
  const isWhole = duty.isReached && duty.late.length === 0 && !duty.without
  if (isGiven) return { status: isWhole ? 'present' : 'some-paths', evidence }
  if (evidence.length > 0) return { status: 'partial', evidence }
  return { status: duty.isDue ? 'missing' : 'not due', evidence }
}

/** Evidence in the order of the script; where several patterns saw the same words, the longest phrase stands for them. */
function apart(evidence: readonly Evidence[]): readonly Evidence[] {
  const kept: Evidence[] = []
  for (const item of [...evidence].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (kept.length === 0 || item.span.start >= kept.at(-1)!.span.end) kept.push(item)
  }
  return kept
}

type Evidence = Coverage['evidence'][number]

function given(context: RuleContext, element: RequiredElement): readonly RuleMatch[] {
  const voided = new Set(context.matches('unless').map(found => `${found.part.span.start} ${found.match.sentence}`))
  return context
    .matches(element.name)
    .filter(found => element.in.includes(found.usage) && element.stances.includes(found.stance))
    .filter(found => !voided.has(`${found.part.span.start} ${found.match.sentence}`))
}

/** The names of elements as a list, in every language. */
function namesOf(elements: readonly RequiredElement[]): Localised {
  const names = (locale: Locale) => elements.map(({ label, name }) => label?.[locale] ?? name)
  return { en: names('en').join(', '), 'zh-Hans': names('zh-Hans').join('、'), 'zh-Hant': names('zh-Hant').join('、') }
}

/** A script that only orders what to talk about has no wording to look at, so nothing is called missing. */
function hasWording(context: RuleContext): boolean {
  return !agentUtterances(context.script).next().done
}

/** The call's first step: where the duty falls due. */
function dutySpan(context: RuleContext): Span {
  return context.script.steps[0]!.titleSpan
}
