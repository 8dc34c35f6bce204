import { expect, test } from 'vitest'
import { createLinter, defineConfig, lint, SetupError } from '../src/index.ts'
import { demoPack, folder } from './cli/project.ts'

const config = defineConfig({
  packs: ['./demo'],
  overrides: [{ files: 'old/**', rules: { 'demo/no-wrong': 'warn' } }]
})

const own = (diagnostics: readonly { ruleId: string; severity: string }[]) =>
  diagnostics.filter(({ ruleId }) => ruleId.startsWith('demo/')).map(({ ruleId, severity }) => `${ruleId} ${severity}`)

test('a linter is made once and lints many texts', async () => {
  const linter = await createLinter(config, { folder: folder(demoPack) })
  const text = '**Agent:** This is wrong.'
  expect(own((await linter.lint(text)).diagnostics)).toEqual(['demo/no-wrong error'])
  expect(own((await linter.lint(text, { path: 'old/a.md' })).diagnostics)).toEqual(['demo/no-wrong warning'])
  const yaml = 'steps:\n  - id: a\n    agent: This is wrong.\n'
  expect(own((await linter.lint(yaml, { path: 'a.yaml' })).diagnostics)).toEqual(['demo/no-wrong error'])
  expect(own((await linter.lint(yaml, { format: 'yaml' })).diagnostics)).toEqual(['demo/no-wrong error'])
  const excused = `<!-- dunlint-disable-next-line demo/no-wrong -- quoted -->\n\n${text}`
  expect((await linter.lint(excused)).suppressed).toMatchObject([{ reason: 'quoted' }])
  expect(own((await linter.lint(excused, { inlineConfig: false })).diagnostics)).toEqual(['demo/no-wrong error'])
})

test('a config that is wrong is refused with a reason', async () => {
  await expect(createLinter({ rules: { 'core/no-such': 'off' } })).rejects.toThrow(/unknown rule "core\/no-such"/)
  // @ts-expect-error: the types refuse it too
  await expect(createLinter({ rulse: {} })).rejects.toThrow(SetupError)
  await expect(lint('x', { path: 'a.doc' })).rejects.toThrow(/is in no format/)
})

test('what is wrong is told in terms of the API', async () => {
  // @ts-expect-error: the types refuse it too
  await expect(lint(undefined)).rejects.toThrow('the text to lint must be a string; it is undefined')
  // @ts-expect-error: the types refuse it too
  await expect(createLinter(null)).rejects.toThrow('the config must be an object, as defineConfig takes it; it is null')
  // @ts-expect-error: the types refuse it too
  await expect(lint('x', { format: 'html' })).rejects.toThrow('there is no format "html"; use "markdown" or "yaml"')
  const refused = async (wrong: object) => createLinter(wrong).catch((error: Error) => error.message)
  expect(await refused({ facts: { channel: 'phone' } })).toBe(
    'config.facts.channel: "phone" is no value of "channel"; known are call, voicemail, sms, ai-voice, prerecorded'
  )
  expect(await refused({ overrides: [{ files: 'a', rules: { 'core/no-arest': 'off' } }] })).toMatch(
    /^config\.overrides\.0\.rules\.core\/no-arest: unknown rule "core\/no-arest"; did you mean "core\/no-arrest-/
  )
  expect(await refused({ packs: ['coer'] })).toMatch(/^config\.packs: there is no built-in pack "coer"/)
})
