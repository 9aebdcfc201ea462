import type { Shell } from "../../shared/views/index.ts";
import { html, type Html } from "../ui/index.ts";
import { gatheringPath } from "./frame.ts";

export interface ActFormFacts {
  readonly action: string;
  /** Fields that are not typed: ids, the version read. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly layout?: string;
  /** The request key of an act that is done once, however often the form is sent: it stays as long as the form stands. */
  readonly once?: string;
}

/**
 * A form of an act. It carries the session's token and the page it stands on, which is shown again when the act is
 * refused. It works alone; with scripts it is sent without leaving the page. The form of one act, on one thing, never
 * becomes that of another beneath somebody's finger.
 */
export function actForm(shell: Shell, facts: ActFormFacts, inside: Html): Html {
  const hidden = { page: shell.path, token: shell.token, ...facts.hidden };
  const action = gatheringPath(shell, `/actes/${facts.action}`);
  return html`<form method="post" action="${action}" class="${facts.layout}" data-act="${facts.action}" data-is="${identity(facts)}">
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    ${facts.once === undefined ? null : html`<input type="hidden" name="requestKey" value="${facts.once}" data-kept>`}${inside}</form>`;
}

/** What changes with each view while the act stays the same. */
const passing = ["requestKey", "replaces"];

const identity = ({ action, hidden = {} }: ActFormFacts): string =>
  [action, ...Object.entries(hidden).flatMap(([name, value]) => (passing.includes(name) ? [] : [value]))].join(" ");
