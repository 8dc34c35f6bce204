import { readFileSync } from 'node:fs'
import type { Category, TacticCategory } from '../../src/diagnostic/index.ts'
import { tacticCategories } from '../../src/diagnostic/index.ts'
import { lintFile } from '../../src/lint/index.ts'
import type { Locale, Ruleset } from '../../src/rule/index.ts'
import { locales } from '../../src/rule/index.ts'
import { createSourceFile } from '../../src/source/index.ts'

/** One labelled wording of the corpus; no tactics: it is clean. */
export interface Wording {
  readonly id: string
  readonly role: 'spoken' | 'instruction' | 'debtor'
  readonly text: string
  readonly tactics: readonly TacticCategory[]
  readonly also_ok?: readonly TacticCategory[]
}

/** Counts of wordings. `named`: reported under one of its own tactics; `falseAlarms`: clean, and reported. */
export interface Tally {
  violating: number
  caught: number
  named: number
  clean: number
  falseAlarms: number
}

export interface Score {
  readonly byLanguage: Readonly<Record<Locale, Tally>>
  readonly byTactic: Readonly<Record<TacticCategory, Tally>>
}

const labels: Readonly<Record<Locale, { readonly spoken: string; readonly debtor: string }>> = {
  en: { spoken: '**Agent:** ', debtor: '**Customer:** ' },
  'zh-Hans': { spoken: '**坐席：**', debtor: '**客户：**' },
  'zh-Hant': { spoken: '**客服：**', debtor: '**客戶：**' }
}

export function readCorpus(language: Locale): readonly Wording[] {
  const text = readFileSync(new URL(`${language}.jsonl`, corpusFolder), 'utf8')
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Wording)
}

/** Where the corpus lies; the program that prints the score is bundled elsewhere, and says so. */
const corpusFolder = new URL(process.env.DUNLINT_ACCURACY ?? './', import.meta.url)

/** Lints every wording as a script of its own. */
export async function scoreCorpus(ruleset: Ruleset): Promise<Score> {
  const byLanguage = tallies(locales)
  const byTactic = tallies(tacticCategories)
  for (const language of locales) {
    for (const wording of readCorpus(language)) {
      const found = await tacticsIn(wording, language, ruleset)
      count(byLanguage[language], wording, found, wording.tactics)
      for (const tactic of wording.tactics) count(byTactic[tactic], wording, found, [tactic])
    }
  }
  return { byLanguage, byTactic }
}

async function tacticsIn(
  { id, role, text }: Wording,
  language: Locale,
  ruleset: Ruleset
): Promise<ReadonlySet<Category>> {
  const label = role === 'instruction' ? '' : labels[language][role]
  const file = createSourceFile(`${id}.md`, `---\nlanguage: ${language}\n---\n\n# Call\n\n${label}${text}\n`)
  const { diagnostics } = await lintFile(file, 'markdown', ruleset, { locale: 'en', inlineConfig: true })
  return new Set(diagnostics.map(diagnostic => diagnostic.category).filter(category => isTactic.has(category)))
}

const isTactic: ReadonlySet<Category> = new Set(tacticCategories)

function count(tally: Tally, wording: Wording, found: ReadonlySet<Category>, wanted: readonly Category[]): void {
  if (wording.tactics.length === 0) {
    tally.clean++
    if (found.size > 0) tally.falseAlarms++
    return
  }
  tally.violating++
  if (found.size > 0) tally.caught++
  if (wanted.some(category => found.has(category))) tally.named++
}

function tallies<Name extends string>(names: readonly Name[]): Record<Name, Tally> {
  const entries = names.map(name => [name, { violating: 0, caught: 0, named: 0, clean: 0, falseAlarms: 0 }])
  return Object.fromEntries(entries) as Record<Name, Tally>
}
