export type { FactName, Facts } from './facts.ts'
export { factNames, factValues } from './facts.ts'
export type { Listener } from './listener.ts'
export { listeners } from './listener.ts'
export { outline } from './outline.ts'
export type {
  Branch,
  BranchTarget,
  Comment,
  Frame,
  Instruction,
  Mention,
  Part,
  Script,
  Speaker,
  Step,
  StepItem,
  Unread,
  Utterance
} from './script.ts'
export type { PlacedPart } from './walk.ts'
export { agentUtterances, walkParts } from './walk.ts'
