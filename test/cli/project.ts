import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const bin = join(import.meta.dirname, '..', '..', 'bin', 'dunlint.js')
if (!existsSync(join(dirname(bin), '..', 'dist', 'cli.js')))
  throw new Error('these tests run the built program: npm run build')

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly input?: string | Buffer
  readonly env?: Record<string, string>
}

/** Runs the built program as a user would, with nothing of this environment but the path. */
export function dunlint(args: readonly string[], { cwd = tmpdir(), input, env = {} }: RunOptions = {}): Outcome {
  const done = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    ...(input !== undefined && { input }),
    env: { PATH: process.env.PATH ?? '', ...env }
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

/** A new folder with these files in it. */
export function folder(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dunlint-')))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const localised = (text: string) => `{ en: '${text}', zh-Hans: '${text}', zh-Hant: '${text}' }`

function rule(severity: string, word: string): string {
  return `kind: prohibit
category: deception
severity: ${severity}
languages: [en]
patterns:
  en: [${word}]
title: ${localised(`No ${word}`)}
why: ${localised(`It says ${word}.`)}
messages:
  found: ${localised('Unexpected {{phrase}}.')}
advice: { en: [Good day], zh-Hans: [您好], zh-Hant: [您好] }
`
}

const specimens = `## en

<!-- expect -->
**Agent:** This is wrong.

<!-- ok -->
**Agent:** This is right.
`

/** A pack whose rules fire on one word each, so that these tests say nothing about the rules that we ship. */
export const demoPack: Readonly<Record<string, string>> = {
  'demo/no-wrong/rule.yaml': rule('error', 'wrong'),
  'demo/no-wrong/specimens.md': specimens,
  'demo/no-risky/rule.yaml': rule('warning', 'risky'),
  'demo/no-risky/specimens.md': specimens.replace('wrong', 'risky'),
  'demo/no-odd/rule.yaml': rule('info', 'odd'),
  'demo/no-odd/specimens.md': specimens.replace('wrong', 'odd')
}

const shipped = JSON.parse(dunlint(['rules', '--format', 'json', '--no-config-lookup']).out) as { id: string }[]

/** A project in which the rules of the demo pack run and no others. */
export function project(files: Readonly<Record<string, string>>, config: object = {}): string {
  const off = Object.fromEntries(shipped.map(({ id }) => [id, 'off']))
  const { rules, ...rest } = config as { rules?: object }
  return folder({
    ...demoPack,
    '.dunlintignore': 'demo/\n',
    'dunlint.config.json': JSON.stringify({ packs: ['./demo'], rules: { ...off, ...rules }, ...rest }),
    ...files
  })
}

/** A script in which the agent says this. */
export function says(...lines: string[]): string {
  return `# Opening\n\n${lines.map(line => `**Agent:** ${line}\n`).join('\n')}`
}
