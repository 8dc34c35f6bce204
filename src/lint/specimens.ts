import { parseScript } from '../parse/index.ts'
import type { Locale, Ruleset } from '../rule/index.ts'
import { locales } from '../rule/index.ts'
import { createSourceFile } from '../source/index.ts'
import { checkScript } from './check.ts'

/** `expect`: the rule fires. `ok`: it stays silent. `todo`: it ought to fire and does not yet. */
export type Verdict = 'expect' | 'ok' | 'todo'

/** One whole line (or paragraph, list, table …) with the verdict that stands one comment above it. */
export interface Specimen {
  readonly verdict: Verdict
  readonly language: Locale
  readonly text: string
  /** 1-based line of the comment in `specimens.md`. */
  readonly line: number
}

export interface SpecimenResult {
  readonly ruleId: string
  readonly specimen: Specimen
  readonly passed: boolean
  /** What the rule reported. */
  readonly messages: readonly string[]
}

const mark = /^<!--\s*(expect|ok|todo)\s*-->\s*$/
const heading = /^##\s+(\S+)\s*$/

/** Reads `specimens.md`: a heading a language (`## en`), then marks, each with the lines down to the next one. */
export function readSpecimens(text: string): {
  specimens: readonly Specimen[]
  problems: readonly { line: number; message: string }[]
} {
  const specimens: { verdict: Verdict; language: Locale; lines: string[]; line: number }[] = []
  const problems: { line: number; message: string }[] = []
  let language: Locale | undefined
  let open = false
  text.split(/\r?\n/).forEach((row, at) => {
    const line = at + 1
    const title = heading.exec(row)?.[1]
    const verdict = mark.exec(row)?.[1] as Verdict | undefined
    if (title !== undefined) {
      language = locales.find(locale => locale === title)
      open = false
      if (!language) problems.push({ line, message: `"${title}" is no writing system; use ${locales.join(', ')}` })
    } else if (verdict) {
      if (language) specimens.push({ verdict, language, lines: [], line })
      else problems.push({ line, message: 'this specimen stands under no heading of a writing system' })
      open = language !== undefined
    } else if (open) specimens.at(-1)!.lines.push(row)
    else if (row.trim() !== '' && language)
      problems.push({ line, message: 'this text has no mark (expect, ok or todo) above it' })
  })
  const read = specimens.map(({ lines, ...rest }) => ({ ...rest, text: lines.join('\n').trim() }))
  for (const { text: body, line } of read)
    if (body === '') problems.push({ line, message: 'this mark has no specimen under it' })
  return { specimens: read, problems }
}

/** Runs the specimens of one rule, each as a script of its own. The ruleset has to hold the rule. */
export async function runSpecimens(
  ruleId: string,
  specimens: readonly Specimen[],
  ruleset: Ruleset
): Promise<SpecimenResult[]> {
  const results: SpecimenResult[] = []
  for (const specimen of specimens) {
    const { script } = await parseScript(createSourceFile(`${ruleId}.md`, specimen.text), 'markdown')
    const diagnostics = checkScript(script, ruleset, { language: [specimen.language], ...script.facts }, 'en')
    const messages = diagnostics
      .filter(diagnostic => diagnostic.ruleId === ruleId)
      .map(diagnostic => diagnostic.message)
    results.push({ ruleId, specimen, messages, passed: messages.length > 0 === (specimen.verdict === 'expect') })
  }
  return results
}
