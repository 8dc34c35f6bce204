// Learns the weights of the second reader from the corpus. `--check` only says whether weights and corpus belong together.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleSource } from '../../scripts/bundle-source.js'
import { readFolder } from '../../scripts/read-folder.js'
import { fingerprint, readCorpus } from './corpus.js'
import { examplesOf } from './examples.js'
import { learn, quantise, rounded } from './model.js'
import { specimenWordings } from './specimens.js'
import { crossValidate, quantile } from './trial.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'rules/reader')
/** How many features the weights of one writing may have: 22 bytes each. */
const room = 60_000
const folds = 4
/** The share of what is really meant that reads too harmless: more of it would be lost to doubt if there were a rule for each. */
const doubtCost = 0.16

const print = fingerprint(
  readFolder(join(folder, 'corpus')),
  readFolder(join(root, 'rules/concepts')),
  new Map(
    [...readFolder(join(root, 'rules/core'))].filter(
      ([path]) => path.endsWith('/specimens.md') && !path.startsWith('reads-like-')
    )
  ),
  sourcesOfFeatures()
)
if (process.argv.includes('--check')) check()
else await train()

function check() {
  const { fingerprint: stored } = JSON.parse(readFileSync(join(folder, 'weights.json'), 'utf8'))
  if (stored === print) return
  console.error(
    'rules/reader: the weights were made from another corpus, other concepts or other features; run npm run train'
  )
  process.exitCode = 1
}

/** The program texts that decide which numbers a text is turned into. */
function sourcesOfFeatures() {
  const files = [
    'src/read/features.ts',
    'src/match/tokens.ts',
    'src/match/fold.ts',
    'tools/train/fit.js',
    'tools/train/model.js'
  ]
  return new Map(files.map(file => [file, readFileSync(join(root, file), 'utf8')]))
}

async function train() {
  const work = mkdtempSync(join(tmpdir(), 'dunlint-train-'))
  process.env.DUNLINT_RULES = join(root, 'rules')
  try {
    const source = await bundleSource(
      work,
      `export { coreRules } from './test/core-rules.ts'
export * from './src/read/index.ts'
export { readSpecimens } from './src/lint/index.ts'
export { tacticCategories } from './src/diagnostic/index.ts'`
    )
    const { ruleset, content } = await source.coreRules(false)
    const conceptNames = ruleset.matcher.conceptNames.filter(name => name !== undefined).sort()
    const parts = { ...source, matcher: ruleset.matcher, conceptHashes: source.hashNames(ruleset.matcher.conceptNames) }
    const wordings = [...readCorpus(join(folder, 'corpus')), ...specimenWordings(root, content.rules, source)]
    const examples = examplesOf(wordings, parts)
    const weights = {}
    for (const writing of source.writings) weights[writing] = learnWriting(writing, examples, source)
    const { head, bytes } = source.storeModel({ fingerprint: print, concepts: conceptNames, weights })
    writeFileSync(join(folder, 'weights.bin'), bytes)
    writeFileSync(join(folder, 'weights.json'), `${JSON.stringify(head, null, 2)}\n`)
    console.log(`rules/reader/weights.bin: ${bytes.length} bytes`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function learnWriting(writing, all, { targets, strictnesses }) {
  const examples = all.filter(example => example.writing === writing)
  const width = targets.length
  const any = targets.indexOf('any')
  const trial = crossValidate(examples, { width, room, folds })
  const scoresOf = meant => trial.filter(({ example }) => example.goals[any] === meant).map(({ scores }) => scores[any])
  const clean = scoresOf(0)
  const meant = scoresOf(1)
  const report = Object.fromEntries(
    strictnesses.map(strictness => [strictness, rounded(quantile(clean, 1 - Number.parseFloat(strictness) / 100))])
  )
  console.log(
    `${writing}: ${examples.length} wordings, ${meant.length} of them violating; tried on authors it had not seen:`
  )
  for (const [strictness, threshold] of Object.entries(report)) {
    const caught = trial.filter(({ example, scores }) => example.goals[any] === 1 && scores[any] > threshold)
    const named = caught.filter(({ example, scores }) => example.goals[likeliest(scores, any)] === 1)
    const share = part => `${((100 * part.length) / meant.length).toFixed(1)} %`
    console.log(`  ${strictness} false alarms: ${share(caught)} caught, ${share(named)} by the right name`)
  }
  return { ...quantise(learn(examples, width, room)), report, doubt: rounded(quantile(meant, doubtCost)) }
}

function likeliest(scores, any) {
  let best = 0
  for (let target = 1; target < scores.length; target++)
    if (target !== any && scores[target] > scores[best]) best = target
  return best
}
