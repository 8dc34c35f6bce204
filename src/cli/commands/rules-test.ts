import type { SpecimenResult } from '../../lint/index.ts'
import { runSpecimens } from '../../lint/index.ts'
import { createRuleset } from '../../pack/create-ruleset.ts'
import { harmlessJson, plainLine } from '../../report/plain-line.ts'
import { plural } from '../../report/wording.ts'
import { describeProblem } from '../describe-problem.ts'
import type { ExitCode } from '../exit-code.ts'
import { exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { write } from '../io.ts'
import { gather } from '../load-packs.ts'
import type { PackOnDisk } from '../pack-folders.ts'
import { readPackFolders } from '../pack-folders.ts'
import { SetupError } from '../setup-error.ts'

/** `dunlint rules test`: each specimen has to do what its mark says. */
export async function rulesTest(
  folders: readonly string[],
  flags: { readonly format: 'text' | 'json' },
  io: Io
): Promise<ExitCode> {
  const results: SpecimenResult[] = []
  for (const pack of await readPackFolders(folders, io.cwd()))
    for (const result of await testPack(pack)) results.push(result)
  const failed = results.filter(result => !result.passed)
  if (flags.format === 'json') await write(io.stdout, harmlessJson(results, 2))
  else {
    const todo = results.filter(({ specimen }) => specimen.verdict === 'todo').length
    const counts = `${plural(results.length, 'specimen')}: ${results.length - failed.length} as marked, ${failed.length} not`
    await write(io.stdout, `${failed.map(describeMiss).join('')}${counts}${todo ? `, ${todo} to do` : ''}\n`)
  }
  return failed.length ? exitCode.problems : exitCode.clean
}

/** Runs all specimens of a pack, with the rules of that pack alone. @throws SetupError where it cannot be read. */
export async function testPack({ result, shared, specimens, specimenProblems }: PackOnDisk): Promise<SpecimenResult[]> {
  if (specimenProblems.length) throw new SetupError(specimenProblems.map(describeProblem))
  const loaded = gather([result], shared)
  const ruleset = createRuleset(loaded)
  const results: SpecimenResult[] = []
  for (const [ruleId, own] of specimens) {
    if (!loaded.ruleIds.has(ruleId)) throw new SetupError(`${ruleId}/specimens.md: there is no rule beside it`)
    for (const result of await runSpecimens(ruleId, own, ruleset)) results.push(result)
  }
  return results
}

const complaints = {
  expect: 'the rule ought to fire and stays silent',
  ok: 'the rule ought to stay silent and fires',
  todo: 'the rule fires by now; mark it "expect"'
}

function describeMiss({ ruleId, specimen }: SpecimenResult): string {
  const { line, verdict, language, text } = specimen
  return `${ruleId}/specimens.md:${line} (${language}) ${complaints[verdict]}: ${plainLine(text)}\n`
}
