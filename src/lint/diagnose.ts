import type { Diagnostic, Explanation } from '../diagnostic/index.ts'
import type { ActiveRule, Finding, Locale, Rule, RuleMatch } from '../rule/index.ts'
import { locales } from '../rule/index.ts'
import type { Facts } from '../script/index.ts'
import type { SourceFile } from '../source/index.ts'
import { positionAt } from '../source/index.ts'
import type { Applicability } from './applies.ts'
import { fillMessage } from './message.ts'
import { conditionTexts, proofTexts } from './texts.ts'

/** Makes a finding what is shown: severity, message in the reader's language, place, references. */
export function diagnose(
  finding: Finding,
  active: ActiveRule,
  file: SourceFile,
  locale: Locale,
  facts: Facts,
  unknown: Exclude<Applicability, 'no'>['unknown']
): Diagnostic {
  const { rule, ruleId, pack, severity } = active
  const texts = Object.hasOwn(rule.messages, finding.messageId) ? rule.messages[finding.messageId] : undefined
  if (!texts) throw new Error(`there is no message "${finding.messageId}"`)
  let message = fillMessage(texts[locale], inLocale(finding.data ?? {}, locale))
  if (rule.evaluability === 'context') message = fillMessage(proofTexts[locale], { message })
  if (unknown.length)
    message = fillMessage(conditionTexts[locale], {
      facts: unknown.map(({ fact, values }) => `${fact}: ${values.join('/')}`).join(', '),
      message
    })
  return {
    ruleId,
    messageId: finding.messageId,
    category: rule.category,
    pack,
    severity,
    evaluability: unknown.length && rule.evaluability === 'text' ? 'context' : rule.evaluability,
    message,
    span: finding.span,
    start: positionAt(file, finding.span.start),
    end: positionAt(file, finding.span.end),
    references: rule.references,
    advice: rule.advice[adviceLocale(finding, facts, locale)],
    ...(finding.path && { path: finding.path }),
    ...(finding.match && { explanation: explain(finding.match) }),
    ...(finding.words && { explanation: explainWords(rule, finding.words) })
  }
}

/** The words of a finding that rests on no match. */
function phraseIn({ data }: Finding): string | undefined {
  return typeof data?.phrase === 'string' ? data.phrase : undefined
}

function inLocale(data: NonNullable<Finding['data']>, locale: Locale): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? value : value[locale]])
  )
}

/** Advice is something to say, so it comes in the script's language: its own word, else the writing of the phrase. */
function adviceLocale(finding: Finding, facts: Facts, locale: Locale): Locale {
  const stated = facts.language?.[0]
  const known = locales.find(other => stated === other || stated?.startsWith(`${other}-`))
  if (known) return known
  const phrase = finding.match?.phrase ?? phraseIn(finding)
  if (phrase === undefined) return locale
  if (!/\p{Script=Han}/u.test(phrase)) return 'en'
  return locale === 'en' ? 'zh-Hans' : locale
}

/** No pattern was met: the words that weighed most are all there is to show. */
function explainWords(rule: Rule, { usage, weighing }: NonNullable<Finding['words']>): Explanation {
  return { pattern: rule.id, stance: usage, matched: weighing.map(text => ({ concept: rule.category, text })) }
}

function explain({ match, pattern, stance }: RuleMatch): Explanation {
  const text = (start: number, end: number) => match.text.slice(start, end)
  return {
    pattern,
    stance,
    matched: match.phrases.map(({ concept, start, end }) => ({ concept, text: text(start, end) }))
  }
}
