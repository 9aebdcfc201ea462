import { limits } from "../../shared/limits.ts";
import { refuse, type Result } from "../../shared/refusals.ts";
import { runAct, runTogether, type ActCall, type RunAct } from "./act-runner.ts";
import type { ActAnswer, ActDefinition } from "./act.ts";
import type { Parts } from "./parts.ts";

interface Waiting {
  readonly definition: ActDefinition;
  readonly call: ActCall;
  readonly answer: (result: Result<ActAnswer>) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Runs acts, the `grouped` ones together: those of one turn, and those that come while a unit of work is being written,
 * share the next. Each is answered only once its unit is on disk. Refuses `try-again` when too many wait.
 */
export function actGroups(parts: Parts): RunAct {
  const waiting: Waiting[] = [];
  let writing = false;

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) await writeTogether(parts, waiting.splice(0, limits.actsPerUnitOfWork));
    writing = false;
  };

  return (definition, call) => {
    if (definition.grouped !== true) return runAct(parts, definition, call);
    if (waiting.length >= limits.waitingGroupedActs) return Promise.resolve(refuse("try-again"));
    return new Promise((answer, fail) => {
      waiting.push({ definition, call, answer, fail });
      if (writing) return;
      writing = true;
      setImmediate(() => void writeAll());
    });
  };
}

/** One that breaks the unit must not cost the others their answer: then each is written alone. */
async function writeTogether(parts: Parts, group: readonly Waiting[]): Promise<void> {
  const done = await runTogether(parts, group).catch(() => null);
  if (done?.ok) {
    done.value.forEach((result, i) => group[i]?.answer(result));
    return;
  }
  for (const { definition, call, answer, fail } of group) await runAct(parts, definition, call).then(answer, fail);
}
