import { harmlessJson } from '../../report/plain-line.ts'
import { table } from '../../report/table.ts'
import type { ExitCode } from '../exit-code.ts'
import { exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { write } from '../io.ts'
import type { RunFlags } from '../prepare-run.ts'
import { prepareRun } from '../prepare-run.ts'

export interface RulesListFlags extends RunFlags {
  readonly format: 'table' | 'json'
}

/** `dunlint rules`: the rules of this run, with the severity that config gives them. */
export async function rulesList(flags: RulesListFlags, io: Io): Promise<ExitCode> {
  const run = await prepareRun(flags, io)
  const rules = run.allRules().map(({ ruleId, pack, rule, setting }) => ({
    id: ruleId,
    pack,
    kind: rule.kind,
    category: rule.category,
    severity: setting,
    evaluability: rule.evaluability,
    languages: rule.languages,
    title: rule.title[run.locale]
  }))
  if (flags.format === 'json') await write(io.stdout, harmlessJson(rules, 2))
  else {
    const rows = rules.map(rule => [
      rule.id,
      rule.kind,
      rule.category,
      rule.severity,
      rule.languages.join(' '),
      rule.title
    ])
    await write(io.stdout, table([['id', 'kind', 'category', 'severity', 'languages', 'title'], ...rows]))
  }
  return exitCode.clean
}
