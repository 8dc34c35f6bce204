import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/index.ts'
import { coverFile, lintFile } from '../../src/lint/index.ts'
import { createSourceFile } from '../../src/source/index.ts'
import { coreRules } from '../core-rules.ts'

const { ruleset } = await coreRules()
const options = { locale: 'en', inlineConfig: true } as const

async function found(text: string, rule: string): Promise<Diagnostic[]> {
  const { diagnostics } = await lintFile(createSourceFile('a.md', text), 'markdown', ruleset, options)
  return diagnostics.filter(one => one.ruleId === `core/${rule}`)
}

async function status(text: string, category: string): Promise<string | undefined> {
  const { disclosures } = await coverFile(createSourceFile('a.md', text), 'markdown', ruleset, options)
  return disclosures.find(one => one.category === category)?.status
}

/** A call in which one of two ways leaves the check out. */
const skips = `
## Opening {#opening}

**Agent:** May I speak with {{full_name}}?

- If she is in a hurry → [Amount](#amount)
- Otherwise → [Check](#check)

## Check {#check}

**Agent:** What is your date of birth, please?

→ [Amount](#amount)

## Amount {#amount}

**Agent:** Your account has an overdue balance of {{balance}}.

**Agent:** You owe it since May.

→ end
`

test('what is due before something is missed on the one path that skips it, at the words that come too early', async () => {
  const [one, ...others] = await found(skips, 'require-verify-identity')
  expect(others).toEqual([])
  expect(one).toMatchObject({ messageId: 'missing-on-path', path: ['opening', 'amount'], start: { line: 17 } })
  expect(one!.message).toContain('on the path Opening → Amount before')
  expect(await status(skips, 'verify-identity')).toBe('some-paths')
})

test('with the check on every path nothing is missed', async () => {
  const whole = skips.replace('[Amount](#amount)\n- Otherwise', '[Check](#check)\n- Otherwise')
  expect(await found(whole, 'require-verify-identity')).toEqual([])
  expect(await status(whole, 'verify-identity')).toBe('present')
})

test('a branch that says so counts as a check, one that says the opposite takes it back', async () => {
  const branch = (condition: string) => `**Agent:** What is your date of birth?

- If ${condition} → [Amount](#amount)

→ end

## Amount {#amount}

**Agent:** You owe {{balance}}.
`
  expect(await found(branch('the details match'), 'require-verify-identity')).toEqual([])
  expect(await found(branch('she cannot verify her identity'), 'require-verify-identity')).toHaveLength(1)
})

test('two ways that tell too early are two causes, all words behind the first are one', async () => {
  const text = `**Agent:** Hello.

- If yes → [A](#a)
- If no → [B](#b)

## A {#a}

**Agent:** You owe {{balance}}. Your loan is overdue.

→ [C](#c)

## B {#b}

**Agent:** Your debt is large.

→ [C](#c)

## C {#c}

**Agent:** You owe us.

**Agent:** Now, what is your date of birth?
`
  const places = (await found(text, 'require-verify-identity')).map(one => one.path)
  expect(places).toEqual([
    ['start', 'a'],
    ['start', 'b']
  ])
})

test('what nobody says is reported once, where it falls due', async () => {
  const [one, ...others] = await found(
    '**Agent:** Hello.\n\n**Agent:** You owe {{balance}}.',
    'require-verify-identity'
  )
  expect(others).toEqual([])
  expect(one).toMatchObject({ messageId: 'missing', start: { line: 3 } })
})

test('what is due in the opening may not come after it', async () => {
  const filler = 'Is this a good time?|Are you well?|How can I help?|Do you have a pen?|May I go on?'.split('|')
  const lines = (last: string) => [...filler, last].map(text => `**Agent:** ${text}`).join('\n\n')
  const late = lines('This call is recorded.')
  expect(await found(late, 'require-recording-notice')).toMatchObject([
    { messageId: 'missing-on-path', start: { line: 9 } }
  ])
  expect(await status(late, 'recording-notice')).toBe('some-paths')
  expect(await found(`**Agent:** This call is recorded.\n\n${lines('Goodbye.')}`, 'require-recording-notice')).toEqual(
    []
  )
})

test('what is due only where something happens is not due elsewhere', async () => {
  expect(await found('**Agent:** Good morning.', 'require-confirm-agreement')).toEqual([])
  expect(await status('**Agent:** Good morning.', 'confirm-agreement')).toBe('not due')
  const promise = '**Agent:** Good morning.\n\n**Customer:** I will pay on Friday.\n\n**Agent:** Fine.'
  expect(await found(promise, 'require-confirm-agreement')).toMatchObject([
    { messageId: 'missing', start: { line: 3 } }
  ])
})

test('a mark says who listens where the words do not', async () => {
  const text = (mark: string) => `**Agent:** Hello.

→ [Note](#note)

## Note {#note${mark}}

**Agent:** Your loan is overdue.

→ end
`
  expect(await found(text(''), 'no-debt-on-voicemail-path')).toEqual([])
  expect(await found(text(' listener=machine'), 'no-debt-on-voicemail-path')).toMatchObject([
    { path: ['start', 'note'] }
  ])
})

test('a front matter that says who listens holds from the first word', async () => {
  const text = '---\nchannel: voicemail\n---\n\n**Agent:** Your loan is overdue.\n'
  expect(await found(text, 'no-debt-on-voicemail-path')).toHaveLength(1)
})

test('what comes after an aside is not said to whoever was in it', async () => {
  const text = `**Agent:** May I speak with {{name}}?

- If somebody else answers: **Agent:** Would you ask her to ring me back?

**Agent:** What is your postcode?

**Agent:** Your loan is overdue.
`
  expect(await found(text, 'no-debt-on-third-person-path')).toEqual([])
})

test('an order is missed on the path that turns it round', async () => {
  const text = `**Agent:** Hello.

- If she wants to pay at once → [Pay](#pay)
- Otherwise → [Debt](#debt)

## Debt {#debt}

**Agent:** Your account has an overdue balance.

→ [Pay](#pay)

## Pay {#pay}

**Agent:** How would you like to pay?
`
  expect(await found(text, 'debt-told-before-payment')).toMatchObject([
    { messageId: 'missing-on-path', path: ['start', 'pay'] }
  ])
})

test('a threat is counted along one path, not over the page', async () => {
  const threat = '**Agent:** This goes to our legal department.'
  const split = `**Agent:** Hello.\n\n- If yes → [A](#a)\n- If no → [B](#b)\n\n## A {#a}\n\n${threat}\n\n${threat}\n\n→ end\n\n## B {#b}\n\n${threat}\n\n${threat}\n\n→ end\n`
  expect(await found(split, 'no-repeated-threat')).toEqual([])
  const joined = split.replace('→ end\n\n## B', '→ [B](#b)\n\n## B')
  expect(await found(joined, 'no-repeated-threat')).toMatchObject([{ path: ['start', 'a', 'b'] }])
})

test('what is said only where no way leads is not on every path', async () => {
  const text = `**Agent:** Good morning. You owe {{balance}}.

→ end

## Notice {#notice}

**Agent:** This call is recorded.
`
  expect(await status(text, 'recording-notice')).toBe('some-paths')
})
