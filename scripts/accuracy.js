// Prints how the core pack does on its own corpus of labelled wordings (test/accuracy/), by writing system and by tactic.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleSource } from './bundle-source.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'dunlint-accuracy-'))
process.env.DUNLINT_ACCURACY = pathToFileURL(join(root, 'test/accuracy/')).href
process.env.DUNLINT_RULES = join(root, 'rules')

const percent = (part, whole) => (whole ? `${((100 * part) / whole).toFixed(1)}`.padStart(7) : '      –')

function print(title, tallies) {
  console.log(`\n${title.padEnd(24)} wordings  caught%   named%    clean  false alarm%`)
  for (const [name, { violating, caught, named, clean, falseAlarms }] of Object.entries(tallies)) {
    const row = [String(violating).padStart(8), percent(caught, violating), ` ${percent(named, violating)}`]
    const alarms = clean ? `${String(clean).padStart(8)}       ${percent(falseAlarms, clean)}` : ''
    console.log(`${name.padEnd(24)} ${row.join('  ')} ${alarms}`)
  }
}

try {
  const { coreRules, scoreCorpus } = await bundleSource(
    work,
    `export { coreRules } from './test/core-rules.ts'
export { scoreCorpus } from './test/accuracy/score.ts'`
  )
  for (const [title, withReader] of [
    ['rules alone', false],
    ['rules and second reader', true]
  ]) {
    const { byLanguage, byTactic } = await scoreCorpus((await coreRules(withReader)).ruleset)
    console.log(`\n== ${title}`)
    print('writing system', byLanguage)
    print('tactic', byTactic)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
