import type { Diagnostic, DisclosureCategory } from '../diagnostic/index.ts'
import { compareDiagnostics, disclosureCategories } from '../diagnostic/index.ts'
import { parseScript } from '../parse/index.ts'
import type { Coverage, Locale, Ruleset } from '../rule/index.ts'
import type { Facts, Script } from '../script/index.ts'
import type { SourceFile } from '../source/index.ts'
import { positionAt } from '../source/index.ts'
import { checkScript, coverScript } from './check.ts'
import type { SuppressedDiagnostic } from './suppress.ts'
import { suppress } from './suppress.ts'
import { troubleDiagnostic } from './troubles.ts'

export interface LintOptions {
  readonly locale: Locale
  /** False: directives in the file excuse nothing. */
  readonly inlineConfig: boolean
  /** Facts from config; what the script says itself outweighs them. */
  readonly facts?: Facts
}

export interface LintResult {
  readonly file: SourceFile
  readonly script: Script
  /** Sorted by place, rule, wording. */
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
}

export interface FileCoverage {
  readonly file: SourceFile
  readonly disclosures: readonly {
    readonly category: DisclosureCategory
    readonly status: Coverage['status']
    readonly evidence: readonly { readonly line: number; readonly column: number; readonly text: string }[]
  }[]
}

/** One file: parse → check → suppress → sort. @throws RuleError where a rule fails; input never makes it throw. */
export async function lintFile(
  file: SourceFile,
  format: Script['format'],
  ruleset: Ruleset,
  options: LintOptions
): Promise<LintResult> {
  const { script, troubles } = await parseScript(file, format)
  const found = checkScript(script, ruleset, { ...options.facts, ...script.facts }, options.locale)
  const trouble = troubles.map(item => troubleDiagnostic(item, file, options.locale))
  const { kept, suppressed } = options.inlineConfig
    ? suppress(found, script, ruleset, options.locale)
    : { kept: found, suppressed: [] }
  const diagnostics = [...trouble, ...kept].sort(compareDiagnostics)
  return {
    file,
    script,
    diagnostics,
    suppressed: [...suppressed].sort((a, b) => compareDiagnostics(a.diagnostic, b.diagnostic))
  }
}

/** Which disclosures a file gives, and where; those that no rule of the run speaks of are left out. */
export async function coverFile(
  file: SourceFile,
  format: Script['format'],
  ruleset: Ruleset,
  options: LintOptions
): Promise<FileCoverage> {
  const { script } = await parseScript(file, format)
  const covered = coverScript(script, ruleset, { ...options.facts, ...script.facts })
  const disclosures = disclosureCategories.flatMap(category => {
    const own = covered.filter(({ active }) => active.rule.category === category).map(({ coverage }) => coverage)
    if (own.length === 0) return []
    const weakest = own.reduce((worst, other) =>
      statusOrder.indexOf(other.status) < statusOrder.indexOf(worst.status) ? other : worst
    )
    const evidence = own
      .flatMap(coverage => coverage.evidence)
      .map(({ span, text }) => ({ ...positionAt(file, span.start), text }))
    return [{ category, status: weakest.status, evidence }]
  })
  return { file, disclosures }
}

/** Where several rules speak of one category, the worst answer counts. */
const statusOrder: readonly Coverage['status'][] = ['missing', 'partial', 'some-paths', 'present', 'not due']
