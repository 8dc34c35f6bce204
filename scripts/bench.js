// Measures, in one process and one run, what the linter costs beside floors that cannot be beaten:
//   matching   ms a MB with 10, 100 and 1,000 rules (the text is the same, so flat is good)
//   linting    the whole lint of a generated corpus beside parsing it alone
//   flow       facts on every path of calls with up to 100,000 steps, in µs a step (flat is good)
//   start-up   one file, one process, beside an empty node process
// Figures are medians, ratios come from interleaved repetitions. Run `npm run build` first.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleSource } from './bundle-source.js'
import { readFolder } from './read-folder.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'dunlint-bench-'))

const {
  callFlow,
  followFacts,
  createMatcher,
  createRuleset,
  createSourceFile,
  lintFile,
  parseScript,
  readConcepts,
  readPack,
  tokenize
} = await bundleSource(
  work,
  `
  export { createMatcher, tokenize } from './src/match/index.ts'
  export { callFlow, followFacts } from './src/flow/index.ts'
  export { createRuleset, readConcepts, readPack } from './src/pack/index.ts'
  export { parseScript } from './src/parse/index.ts'
  export { lintFile } from './src/lint/index.ts'
  export { createSourceFile } from './src/source/index.ts'`
)

/** A small generator of numbers, so that every run measures the same text. */
function random(seed) {
  let state = seed
  return limit => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const plain = {
  en: 'Thank you for your time today.|Could you tell me what would suit you best?|I can see the last statement here.|We have several ways to spread the cost.|Let me check that with the team, and I will come back to you.|Is there a good time to talk on Thursday?'.split(
    '|'
  ),
  'zh-Hans':
    '您好，感谢您的来电。|请问您今天方便沟通吗？|我们可以一起看看合适的安排。|账单已经发到您登记的邮箱。|如果有任何问题，欢迎随时联系客服。'.split(
      '|'
    ),
  'zh-Hant':
    '您好，感謝您的來電。|請問您今天方便說話嗎？|我們可以一起看看合適的安排。|帳單已經寄到您登記的信箱。|如果有任何問題，歡迎隨時聯絡客服。'.split(
      '|'
    )
}
const labels = { en: '**Agent:** ', 'zh-Hans': '**坐席：**', 'zh-Hant': '**客服：**' }

function scriptText(seed, language, phrases) {
  const next = random(seed)
  const lines = []
  for (let step = 0; step < 12; step++) {
    lines.push(`## ${step + 1}`, '')
    for (let row = 0; row < 8; row++) {
      const pool = plain[language]
      const line =
        next(100) < 3 ? phrases[next(phrases.length)] : `${pool[next(pool.length)]} ${pool[next(pool.length)]}`
      lines.push(labels[language] + line, '')
    }
  }
  return lines.join('\n')
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ')
const pseudoWord = next => Array.from({ length: 3 }, () => syllables[next(syllables.length)]).join('')

function generatedRules(count) {
  const next = random(7)
  return Array.from(
    { length: count },
    () => `(will | shall) .. ${pseudoWord(next)} .. (${pseudoWord(next)} | ${pseudoWord(next)} ${pseudoWord(next)})`
  )
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}

/** Runs the tasks in turn, so that a busy machine slows all of them alike. */
async function interleaved(tasks, rounds) {
  const times = tasks.map(() => [])
  for (let round = -1; round < rounds; round++) {
    for (const [at, task] of tasks.entries()) {
      const start = performance.now()
      await task()
      if (round >= 0) times[at].push(performance.now() - start)
    }
  }
  return times.map(median)
}

function each(lines, work) {
  for (const line of lines) work(line)
}

async function benchMatching() {
  const phrases = ['We will come back to that.', '我们会再联系您。']
  const text = Array.from({ length: 160 }, (_, seed) =>
    scriptText(seed, ['en', 'zh-Hans', 'zh-Hant'][seed % 3], phrases)
  ).join('\n')
  const megabytes = Buffer.byteLength(text) / 1e6
  const counts = [10, 100, 1000]
  const lines = text.split('\n').filter(Boolean)
  const matchers = counts.map(count => createMatcher({ concepts: [], patterns: generatedRules(count) }))
  const tasks = [() => each(lines, tokenize), ...matchers.map(matcher => () => each(lines, matcher.read))]
  const [tokens, ...times] = await interleaved(tasks, 7)
  console.log(`\nmatching ${megabytes.toFixed(2)} MB          ms/MB   ÷ 10 rules`)
  console.log(`tokens only              ${(tokens / megabytes).toFixed(1).padStart(7)}`)
  for (const [at, count] of counts.entries()) {
    console.log(
      `${String(count).padStart(5)} rules              ${(times[at] / megabytes).toFixed(1).padStart(7)}   ${(times[at] / times[0]).toFixed(2).padStart(7)}`
    )
  }
}

async function benchLinting() {
  const shared = await readConcepts({ name: 'concepts', files: readFolder(join(root, 'rules/concepts')) })
  const core = await readPack({ name: 'core', files: readFolder(join(root, 'rules/core')) }, shared.concepts)
  const ruleset = createRuleset({ packs: [core.content], concepts: [...shared.concepts, ...core.concepts] })
  const phrases = ['We will have to tell your employer about this.', '再不还款，我们就联系您单位。']
  const files = Array.from({ length: 120 }, (_, seed) =>
    createSourceFile(`${seed}.md`, scriptText(seed, ['en', 'zh-Hans', 'zh-Hant'][seed % 3], phrases))
  )
  const options = { locale: 'en', inlineConfig: true }
  const tasks = [
    async () => {
      for (const file of files) await parseScript(file, 'markdown')
    },
    async () => {
      for (const file of files) await lintFile(file, 'markdown', ruleset, options)
    }
  ]
  const [parse, lint] = await interleaved(tasks, 5)
  const megabytes = files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0) / 1e6
  console.log(
    `\nlinting ${files.length} scripts, ${megabytes.toFixed(2)} MB, ${ruleset.rules.length} rules, ${ruleset.owners.length} patterns`
  )
  console.log(`parse only               ${(parse / megabytes).toFixed(1).padStart(7)} ms/MB`)
  console.log(
    `whole lint               ${(lint / megabytes).toFixed(1).padStart(7)} ms/MB   ${(lint / parse).toFixed(2)} × parse only`
  )
}

const span = { start: 0, end: 0 }

/** A call with branches back and forth, loops, asides, and facts on one part in eight. */
function sketchCall(count) {
  const next = random(count)
  const hits = new Map()
  const facts = ['verified', 'debt-told', 'third-person', 'stop-asked']
  const text = { value: '', segments: [] }
  const raise = item => {
    if (next(8) === 0)
      hits.set(item, [{ fact: facts[next(facts.length)], at: 0, end: 0, sentence: 0, span, phrase: '' }])
    return item
  }
  const steps = Array.from({ length: count }, (_, at) => {
    const part = () => raise({ kind: 'utterance', speaker: 'agent', text, span, frame: 'plain' })
    const branch = step => raise({ kind: 'branch', condition: text, target: { kind: 'step', step: `s${step}` }, span })
    const near = Math.max(0, Math.min(count - 1, at + next(40) - 10))
    const items = [part(), part(), branch(near), branch(next(count))]
    return { id: `s${at}`, title: `s${at}`, titleSpan: span, span, items, continues: at < count - 1 }
  })
  const file = createSourceFile('call.md', '')
  return { script: { file, format: 'markdown', facts: {}, steps, comments: [], unread: [] }, hits }
}

async function benchFlow() {
  const counts = [1000, 10000, 100000]
  const calls = counts.map(sketchCall)
  const marks = [['verified'], ['debt-told'], ['third-person']]
  const graphs = calls.map(({ script, hits }) => callFlow(script, hits))
  const [...times] = await interleaved(
    [
      ...calls.map(
        ({ script, hits }) =>
          () =>
            void callFlow(script, hits)
      ),
      ...graphs.map(flow => () => void followFacts(flow, { marks, events: new Map() }))
    ],
    5
  )
  console.log('\nflow                  graph µs/step   3 facts µs/step')
  for (const [at, count] of counts.entries()) {
    const each = [times[at], times[at + counts.length]].map(time => ((1000 * time) / count).toFixed(2))
    console.log(`${`${count} steps`.padEnd(20)} ${each[0].padStart(13)} ${each[1].padStart(17)}`)
  }
}

async function benchStart() {
  const empty = join(work, 'empty.js')
  const markdown = join(work, 'one.md')
  const yaml = join(work, 'one.yaml')
  writeFileSync(empty, '')
  writeFileSync(markdown, scriptText(1, 'en', ['We will come back to that.']))
  writeFileSync(yaml, 'steps:\n  - id: opening\n    agent: Good morning, this is Dana Reyes from Northfield.\n')
  const bin = join(root, 'bin/dunlint.js')
  const tasks = [[empty], [bin, '--help'], [bin, markdown], [bin, yaml]].map(
    argv => () => void spawnSync(process.execPath, argv)
  )
  const [floor, ...times] = await interleaved(tasks, 15)
  console.log(`\nstart-up                    ms   ÷ an empty process (${floor.toFixed(0)} ms)`)
  for (const [at, name] of ['--help', 'one Markdown file', 'one YAML file'].entries()) {
    console.log(`${name.padEnd(22)} ${times[at].toFixed(0).padStart(7)}   ${(times[at] / floor).toFixed(2)}`)
  }
}

const wanted = process.argv.slice(2)
try {
  for (const [name, bench] of Object.entries({
    matching: benchMatching,
    linting: benchLinting,
    flow: benchFlow,
    start: benchStart
  })) {
    if (wanted.length === 0 || wanted.includes(name)) await bench()
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
