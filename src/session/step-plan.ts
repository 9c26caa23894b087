import { answerProbes } from '../checks/answer.ts';
import type { CheckKind } from '../checks/check.ts';
import { loadCheckKind } from '../checks/kinds/index.ts';
import type { Probe } from '../facts/fact.ts';
import type { Json } from '../json.ts';
import { bindScript } from '../lab/bind-script.ts';
import { expand } from '../lab/expand.ts';
import type { Check, Question, Step } from '../lab/lab.ts';
import type { Scope } from '../lab/scope.ts';

/** A step with its values filled in and its check kinds at hand. */
export interface StepPlan {
  step: Step;
  checks: PlannedCheck[];
  questions: PlannedQuestion[];
  /** What is recorded besides, when the step passes. */
  observe: Probe[];
}

export interface PlannedCheck {
  id: string;
  kind: CheckKind<never>;
  with: Record<string, Json>;
  probes: Probe[];
  /** Milliseconds. */
  within: number;
}

export interface PlannedQuestion {
  question: Question;
  probes: Probe[];
}

export async function planStep(step: Step, scope: Scope): Promise<StepPlan> {
  return {
    step,
    checks: await Promise.all(
      step.checks.map(async (check) => {
        const kind = await loadCheckKind(check.uses);
        if (!kind) throw new Error(`no check kind ${check.uses}`);
        const given = expand({ ...check.with }, scope);
        const { id, within } = check;
        const probes = kind.probes(given as never).map((probe) => bindProbe(probe, check));
        return { id, kind, with: given, probes, within };
      }),
    ),
    questions: step.questions.map((asked) => {
      const question = expand(asked as unknown as Json, scope) as unknown as Question;
      return { question, probes: answerProbes(question) };
    }),
    observe: step.observe.map(({ fact, listen }) => ({
      address: expand(fact, scope),
      ...(listen === undefined ? {} : { listen }),
    })),
  };
}

/** A script of a check, like any other, gets its values through its environment. */
function bindProbe(probe: Probe, { with: given }: Check): Probe {
  return probe.run === undefined ? probe : { ...probe, run: bindScript(String(given.run)) };
}
