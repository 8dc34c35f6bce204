import { codeRule } from '../../pack/code-rule.ts'
import { visible } from '../../report/plain-line.ts'
import { plural } from '../../report/wording.ts'
import { describeProblem } from '../describe-problem.ts'
import type { ExitCode } from '../exit-code.ts'
import { exitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { write } from '../io.ts'
import type { PackOnDisk } from '../pack-folders.ts'
import { readPackFolders } from '../pack-folders.ts'
import { testPack } from './rules-test.ts'

/** `dunlint rules check`: what a pack needs before anybody may rely on it. */
export async function rulesCheck(folders: readonly string[], io: Io): Promise<ExitCode> {
  const packs = await readPackFolders(folders, io.cwd())
  const lines: string[] = []
  for (const pack of packs) {
    const problems = [...pack.result.problems, ...pack.specimenProblems].map(describeProblem)
    // A pack that cannot be read has nothing to run yet.
    lines.push(...(problems.length ? problems : await missingProofs(pack)))
  }
  const rules = packs.reduce((sum, { result }) => sum + result.content.rules.length + result.codeRules.length, 0)
  const verdict = lines.length ? plural(lines.length, 'problem') : 'nothing wrong'
  const closing = `${plural(packs.length, 'pack')}, ${plural(rules, 'rule')}: ${verdict}`
  const next = `To run the specimens: ${['dunlint rules test', ...folders].join(' ')}`
  await write(io.stdout, `${[...lines, closing, next].map(visible).join('\n')}\n`)
  return lines.length ? exitCode.problems : exitCode.clean
}

/** For each rule and each language it claims: a specimen on which it fires, and one on which it stays silent. */
async function missingProofs(pack: PackOnDisk): Promise<string[]> {
  const lines: string[] = []
  const { content } = pack.result
  const results = await testPack(pack)
  const codeRules = pack.result.codeRules.map(({ id, definition }) => codeRule(id, definition))
  for (const rule of [...content.rules, ...codeRules]) {
    const ruleId = `${content.name}/${rule.id}`
    const own = results.filter(result => result.ruleId === ruleId)
    if (own.length === 0) {
      lines.push(`${ruleId}: there are no specimens beside the rule (specimens.md)`)
      continue
    }
    for (const language of rule.languages) {
      const inLanguage = own.filter(({ specimen }) => specimen.language === language)
      const has = (verdict: string) => inLanguage.some(({ specimen, passed }) => passed && specimen.verdict === verdict)
      if (!has('expect')) lines.push(`${ruleId}: no ${language} specimen makes the rule fire`)
      if (!has('ok')) lines.push(`${ruleId}: no ${language} specimen shows what is fine`)
    }
    if (Object.keys(content.sources).length && rule.references.length === 0)
      lines.push(`${ruleId}: it cites nothing, though the pack has sources`)
  }
  const cited = new Set(
    [...content.rules, ...codeRules].flatMap(rule => rule.references.map(reference => reference.source))
  )
  for (const source of Object.keys(content.sources))
    if (!cited.has(source)) lines.push(`${content.name}/sources.yaml: no rule cites "${source}"`)
  return lines
}
