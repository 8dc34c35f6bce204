import type { Stance } from '../../match/index.ts'
import { agentUtterances } from '../../script/index.ts'
import type { Span } from '../../source/index.ts'
import type { Locale, Localised } from '../locale.ts'
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

/** What must be said somewhere in the script, in one or more elements. */
export interface RequireRule extends RuleMeta {
  readonly kind: 'require'
  readonly elements: readonly RequiredElement[]
  /** A sentence that matches one of these gives no element, whatever else it says. */
  readonly unless: readonly string[]
}

/** At most one finding a script: `missing`, or `partial` with the names of what is not said. */
export function require(source: RequireRule): Rule {
  const { elements, unless, ...meta } = source
  const patterns = { ...Object.fromEntries(elements.map(element => [element.name, element.patterns])), unless }
  return {
    ...meta,
    patterns,
    check: context => findings(context, elements),
    coverage: context => coverageOf(context, elements)
  }
}

function* findings(context: RuleContext, elements: readonly RequiredElement[]): Generator<Finding> {
  if (!hasWording(context)) return
  const { status } = coverageOf(context, elements)
  if (status === 'present') return
  const lacking = elements.filter(element => given(context, element).length === 0)
  yield {
    messageId: status === 'partial' ? 'partial' : 'missing',
    span: dutySpan(context),
    data: { elements: namesOf(lacking) }
  }
}

function coverageOf(context: RuleContext, elements: readonly RequiredElement[]): Coverage {
  const byElement = elements.map(element => given(context, element))
  const evidence = apart(byElement.flat().map(found => ({ span: found.span, text: found.phrase })))
  const count = byElement.filter(found => found.length > 0).length
  const status = count === elements.length ? 'present' : count > 0 ? 'partial' : 'missing'
  return { status, evidence }
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
