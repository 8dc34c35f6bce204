import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { unknownRule } from '../../config/unknown-rules.ts'
import type { Specimen } from '../../lint/index.ts'
import { readSpecimens } from '../../lint/index.ts'
import type { Source } from '../../pack/index.ts'
import { plainLine } from '../../report/plain-line.ts'
import type { Locale } from '../../rule/index.ts'
import { rulesFolder } from '../built-in-packs.ts'
import type { ExitCode } from '../exit-code.ts'
import { exitCode } from '../exit-code.ts'
import { explainWords } from '../explain-words.ts'
import type { Io } from '../io.ts'
import { write } from '../io.ts'
import type { ListedRule, Run, RunFlags } from '../prepare-run.ts'
import { prepareRun } from '../prepare-run.ts'
import { SetupError } from '../setup-error.ts'

const mostExamples = 3

/** `dunlint explain RULE`: all that is known about a rule, in the reader's language. */
export async function explain(id: string, flags: Omit<RunFlags, 'rule'>, io: Io): Promise<ExitCode> {
  const run = await prepareRun(flags, io)
  const rules = run.allRules()
  const found = rules.find(rule => rule.ruleId === id) ?? onlyOne(rules.filter(rule => rule.rule.id === id))
  if (!found)
    throw new SetupError(
      unknownRule(
        id,
        rules.map(rule => rule.ruleId)
      )
    )
  await write(io.stdout, page(found, run))
  return exitCode.clean
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}

function page({ ruleId, rule, pack, setting }: ListedRule, run: Run): string {
  const { locale } = run
  const words = explainWords[locale]
  const sources = run.packs.packs.find(content => content.name === pack)?.sources ?? {}
  const specimens = specimensOf(pack, rule.id, run).filter(specimen => specimen.language === locale)
  const texts = (verdict: Specimen['verdict']) =>
    specimens
      .filter(specimen => specimen.verdict === verdict)
      .slice(0, mostExamples)
      .map(specimen => specimen.text)
  const sections: [string, readonly string[]][] = [
    [words.why, [rule.why[locale]]],
    [words.instead, rule.advice[locale]],
    [words.limits, rule.limits ? [rule.limits[locale]] : []],
    [words.decides, [words.evaluability[rule.evaluability]]],
    [words.references, rule.references.map(({ source, clause }) => cite(sources[source], source, clause, locale))],
    [words.fires, texts('expect')],
    [words.fine, texts('ok')]
  ]
  const head = `${ruleId}  (${rule.kind}, ${rule.category}, ${setting})\n${plainLine(rule.title[locale])}\n`
  const body = sections
    .filter(([, lines]) => lines.some(line => line !== ''))
    .map(([title, lines]) => `\n${title}\n${lines.map(line => `  - ${plainLine(line)}\n`).join('')}`)
  return head + body.join('')
}

function cite(source: Source | undefined, key: string, clause: string, locale: Locale): string {
  if (!source) return `${key} ${clause}`
  const doubt = source.confidence === 'secondary' ? ` (${explainWords[locale].secondary})` : ''
  return `${source.title[locale]}, ${source.citation}, ${clause}${doubt}`
}

/** Built-in packs keep their specimens in the package, the packs of a config in their folders. */
function specimensOf(pack: string, id: string, run: Run): readonly Specimen[] {
  const own = run.config.config.packs
    .map(({ name }) => name)
    .find(name => name.split(/[\\/]/).filter(Boolean).at(-1) === pack)
  const folder =
    own === undefined || own === pack ? join(rulesFolder(), pack) : isAbsolute(own) ? own : join(run.config.folder, own)
  const path = join(folder, id, 'specimens.md')
  return existsSync(path) ? readSpecimens(readFileSync(path, 'utf8')).specimens : []
}
