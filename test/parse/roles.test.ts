import { expect, test } from 'vitest'
import { parse, roles } from './read.ts'

test.each([
  ['**Agent:** Is this Mr. Osei?', ['agent (Agent) | Is this Mr. Osei?']],
  ['**坐席：**您好', ['agent (坐席) | 您好']],
  ['**客服：**您好', ['agent (客服) | 您好']],
  ['**Customer:** I will sue you', ['customer (Customer) | I will sue you']],
  ['**客户：**我要投诉', ['customer (客户) | 我要投诉']],
  ['**客戶：**我要申訴', ['customer (客戶) | 我要申訴']],
  ['Wait for an answer.', ['instruction | Wait for an answer.']],
  ['Never threaten arrest.', ['instruction | Never threaten arrest.']],
  [
    'Tell him "we will see you in court" if he argues.',
    ['instruction | Tell him "we will see you in court" if he argues.', 'agent | we will see you in court']
  ],
  ['话术里加一句“不还就上门找您”。', ['instruction | 话术里加一句“不还就上门找您”。', 'agent | 不还就上门找您']],
  [
    'If the customer says "I will sue you", stay calm.',
    ['instruction | If the customer says "", stay calm.', 'customer | I will sue you']
  ],
  ['Never say "you will be arrested".', ['instruction | Never say "".', 'mention, forbidden | you will be arrested']],
  ['对客户说“再不还就去你单位”。', ['instruction | 对客户说“再不还就去你单位”。', 'agent | 再不还就去你单位']],
  ['客户说“我上个月刚失业”时登记。', ['instruction | 客户说“”时登记。', 'customer | 我上个月刚失业']],
  ['不得说“你会坐牢的”。', ['instruction | 不得说“”。', 'mention, forbidden | 你会坐牢的']],
  ['“我找您领导聊聊”这种话不能讲。', ['instruction | “”这种话不能讲。', 'mention, forbidden | 我找您领导聊聊']],
  ['Use "PTP" and "yes" in the notes.', ['instruction | Use "PTP" and "yes" in the notes.']],
  [
    '"You can only pay today" is an example of what may not be said.',
    ['instruction | "" is an example of what may not be said.', 'mention, forbidden | You can only pay today']
  ]
])('%s', (line, expected) => {
  expect(roles(`# Call\n\n${line}\n`)).toEqual(expected)
})

test('a lead-in ends at the next plain paragraph', () => {
  const text =
    '**NEVER say:**\n- "You are a thief"\n\n"Thank you for your time, Mr. Osei."\n\nBe kind.\n\n- Log the call'
  expect(roles(text).slice(-2)).toEqual(['instruction | Be kind.', 'instruction | Log the call'])
})

test('a lead-in inside a branch keeps to the branch', () => {
  const { script } = parse(
    '# Call\n\n**If she says**: "I owe you nothing"\n\n**Response**:\n- "Let me look into it."\n'
  )
  const step = script.steps.find(({ within }) => within === 'call')
  expect(step?.items.map(item => item.kind !== 'branch' && item.text.value)).toEqual([
    'I owe you nothing',
    'Let me look into it.'
  ])
})

test('front matter states facts, and says which it does not know', () => {
  const { script, troubles } = parse('---\ntitle: Late\nowner: me\nchannel: fax\nparty: debtor\n---\nHi')
  expect(script.title).toBe('Late')
  expect(script.facts).toEqual({ party: ['debtor'] })
  expect(troubles.map(({ code, span }) => [code, script.file.text.slice(span.start, span.end)])).toEqual([
    ['unknown-fact-value', 'fax']
  ])
})

test('broken front matter is trouble, and the script is read nevertheless', () => {
  const { script, troubles } = parse('---\ntitle: "Late\nparty: [\n---\n\n**Agent:** Good evening.\n')
  expect(troubles[0]?.code).toBe('front-matter-syntax')
  expect(script.steps[0]?.items).toHaveLength(1)
})

test.each(['', '\n\n', '---\ntitle: x\n---\n', '<!-- only a note -->', '```sh\nls\n```'])(
  '%j has nothing to check',
  text => {
    const { script, troubles } = parse(text)
    expect(script.steps.length).toBe(1)
    expect(troubles.map(({ code }) => code)).toContain('empty-script')
  }
)

test('comments keep their place and are never read out', () => {
  const { script } = parse('**Agent:** Hello <!-- softly --> there.\n\n<!--\nnext: line\n-->\n')
  expect(script.comments.map(({ text }) => text)).toEqual(['softly', 'next: line'])
  expect(roles('**Agent:** Hello <!-- softly --> there.')[0]).toBe('agent (Agent) | Hello there.')
})

test('the same ids come back for repeated titles, and a name means the next step of that name', () => {
  const { script } = parse(
    '## A\ngo to Step 2\n\n**Step 2: x**\n\nsay it\n\n## B\n\ngo to Step 2\n\n**Step 2: y**\n\nsay it again\n'
  )
  const branches = script.steps.flatMap(({ items }) => items.filter(item => item.kind === 'branch'))
  expect(branches.map(({ target }) => target)).toEqual([
    { kind: 'step', step: 'step-2-x' },
    { kind: 'step', step: 'step-2-y' }
  ])
})

test.each([
  ['quote marks', '>'.repeat(20_000)],
  ['list marks', '- '.repeat(20_000)],
  ['a staircase of lists', Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')]
])('%s in thousands are trouble, not a wait', (_, text) => {
  expect(parse(`${text} hi`).troubles.map(({ code }) => code)).toContain('too-deep')
})

test.each([
  ['conditions', 'if: '.repeat(20_000)],
  ['steps', 'Step 1: '.repeat(10_000)],
  ['arrows', '→ '.repeat(20_000)],
  ['labels', 'Agent: '.repeat(10_000)],
  ['stars', `${'**'.repeat(20_000)}a${'**'.repeat(20_000)}`],
  ['emphasis', `${'**a '.repeat(5000)}${' a**'.repeat(5000)}`],
  ['brackets', '[a {b (c '.repeat(10_000)],
  ['ticks', Array.from({ length: 600 }, (_, length) => '`'.repeat(length + 1)).join(' ')],
  ['underlines', 'a\n===\n'.repeat(5000)]
])('%s in thousands are read', (_, text) => {
  const start = performance.now()
  expect(parse(text).script.steps.length).toBeGreaterThan(0)
  expect(performance.now() - start).toBeLessThan(5000)
})
