import type { Diagnostic, Severity } from '../diagnostic/index.ts'
import type { Locale, Ruleset } from '../rule/index.ts'
import { nearestRule } from '../rule/nearest.ts'
import type { Comment, Script } from '../script/index.ts'
import { walkParts } from '../script/index.ts'
import type { SourceFile } from '../source/index.ts'
import { positionAt } from '../source/index.ts'
import { fillMessage } from './message.ts'
import { ownDiagnostic } from './own-diagnostic.ts'
import type { DirectiveCode } from './texts.ts'
import { directiveTexts, meantTexts } from './texts.ts'

export interface SuppressedDiagnostic {
  readonly diagnostic: Diagnostic
  readonly reason: string
}

export interface SuppressionResult {
  readonly kept: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
}

/** One rule that one directive excuses, on some lines. */
interface Excuse {
  readonly comment: Comment
  readonly ruleId: string
  readonly reason: string
  readonly firstLine: number
  readonly lastLine: number
}

const form = /^dunlint-([a-z-]+)(?:\s+([\s\S]*))?$/
const separator = /(?:^|\s)--\s/

/**
 * Applies `dunlint-disable-next-line RULE[, RULE] -- reason`. A directive that is wrong (no rule, no
 * reason, an unknown rule, nothing to excuse) is a finding itself and excuses nothing.
 */
export function suppress(
  diagnostics: readonly Diagnostic[],
  script: Script,
  ruleset: Ruleset,
  locale: Locale
): SuppressionResult {
  const own: Diagnostic[] = []
  const report = (
    comment: Comment,
    code: DirectiveCode,
    severity: Severity,
    data: Readonly<Record<string, string>> = {}
  ) => {
    own.push(
      ownDiagnostic(
        { group: 'directive', code, severity, texts: directiveTexts[code], data, span: comment.span },
        script.file,
        locale
      )
    )
  }
  const excuses = script.comments.flatMap(comment => readDirective(comment, script, ruleset, locale, report))
  const used = new Set<Excuse>()
  const kept: Diagnostic[] = []
  const suppressed: SuppressedDiagnostic[] = []
  for (const diagnostic of diagnostics) {
    const line = diagnostic.start.line
    const excuse = excuses.find(
      ({ ruleId, firstLine, lastLine }) => ruleId === diagnostic.ruleId && firstLine <= line && line <= lastLine
    )
    if (!excuse) kept.push(diagnostic)
    else {
      used.add(excuse)
      suppressed.push({ diagnostic, reason: excuse.reason })
    }
  }
  for (const excuse of excuses)
    if (!used.has(excuse) && isOn(excuse.ruleId, ruleset))
      report(excuse.comment, 'unused', 'warning', { rule: excuse.ruleId })
  return { kept: [...kept, ...own], suppressed }
}

type Report = (
  comment: Comment,
  code: DirectiveCode,
  severity: Severity,
  data?: Readonly<Record<string, string>>
) => void

function readDirective(comment: Comment, script: Script, ruleset: Ruleset, locale: Locale, report: Report): Excuse[] {
  const match = form.exec(comment.text.trim())
  if (!match) return []
  const name = `dunlint-${match[1]}`
  if (name !== 'dunlint-disable-next-line') {
    report(comment, 'unknown-directive', 'error', { name })
    return []
  }
  const body = match[2] ?? ''
  const cut = separator.exec(body)
  const names = (cut ? body.slice(0, cut.index) : body).split(/[\s,]+/).filter(Boolean)
  const reason = cut ? body.slice(cut.index + cut[0].length).trim() : ''
  if (names.length === 0) report(comment, 'no-rule', 'error')
  else if (reason === '') report(comment, 'no-reason', 'error')
  if (names.length === 0 || reason === '') return []
  const { firstLine, lastLine } = nextLines(comment, script)
  return names.flatMap(ruleId => {
    const rule = ruleset.rules.find(active => active.ruleId === ruleId)?.rule
    if (!ruleset.knownRuleIds.has(ruleId))
      report(comment, 'unknown-rule', 'error', { rule: ruleId, meant: meant(ruleId, ruleset, locale) })
    else if (rule && !rule.suppressible) report(comment, 'not-suppressible', 'error', { rule: ruleId })
    else return [{ comment, ruleId, reason, firstLine, lastLine }]
    return []
  })
}

/** A rule that is off for this run has nothing to be excused, and its excuses are right all the same. */
function isOn(ruleId: string, ruleset: Ruleset): boolean {
  return ruleset.rules.some(active => active.ruleId === ruleId)
}

function meant(ruleId: string, { knownRuleIds }: Ruleset, locale: Locale): string {
  const near = nearestRule(ruleId, knownRuleIds)
  return near === undefined ? '' : fillMessage(meantTexts[locale], { rule: near })
}

/** The next line that holds anything; where a part starts there, all its lines, however it is wrapped. */
function nextLines(comment: Comment, { file, ...script }: Script): { firstLine: number; lastLine: number } {
  const from = comment.span.end
  const rest = /\S/.exec(file.text.slice(from))
  const firstLine = positionAt(file, from + (rest?.index ?? 0)).line
  const opensBlock = script.format === 'yaml' && /[|>][-+\d]*[ \t]*(?:#.*)?$/m.exec(lineText(file, firstLine)) !== null
  let lastLine = firstLine
  for (const { part } of walkParts({ file, ...script })) {
    const line = positionAt(file, part.span.start).line
    if (line === firstLine || (opensBlock && line === firstLine + 1))
      lastLine = Math.max(lastLine, positionAt(file, part.span.end).line)
  }
  return { firstLine, lastLine }
}

function lineText(file: SourceFile, line: number): string {
  return file.text.slice(file.lineStarts[line - 1], file.lineStarts[line])
}
