import { stepState } from '../../session/state.ts';
import type { PlannedQuestion } from '../../session/step-plan.ts';
import type { StepRun } from './step-run.ts';

/** The questions of a step that have no right answer yet. */
export function findOpenQuestions({ screen, step, plan }: StepRun): PlannedQuestion[] {
  const { answers } = stepState(screen.session.attempt.state, step.id);
  return plan.questions.filter(
    ({ question }) => answers.get(question.id)?.verdict.status !== 'pass',
  );
}
