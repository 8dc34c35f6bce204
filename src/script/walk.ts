import type { Part, Script, Step, Utterance } from './script.ts'

/** A part with the step that holds it. */
export interface PlacedPart {
  readonly step: Step
  readonly part: Part
}

/** All parts of a script in the order of its steps. */
export function* walkParts(script: Script): Generator<PlacedPart> {
  for (const step of script.steps) {
    for (const item of step.items) if (item.kind !== 'branch') yield { step, part: item }
  }
}

/** What the agent says, wherever it stands. */
export function* agentUtterances(script: Script): Generator<Utterance> {
  for (const { part } of walkParts(script)) if (part.kind === 'utterance' && part.speaker !== 'customer') yield part
}
