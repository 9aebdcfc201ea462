import { parseAsking, readSaid, readSplit, voteFields } from "../../shared/ballots/index.ts";
import { fieldsOf, parseView, randomKey, sendForm, type FormTaker, type LivePage } from "../enhance/index.ts";
import { gatheringPath } from "../page/index.ts";
import { readKept, type KeptVote } from "../pages/ballots/index.ts";
import { isTransient, resendAfterMs } from "./resend.ts";
import { voteBox } from "./vote-box.ts";

/**
 * A vote is kept on the device before it is sent, and until its receipt has come; it goes again by itself, always with
 * the same key, so that it counts once. What the server answers is what the page shows.
 */
export function keepVotes(page: LivePage): FormTaker {
  const box = voteBox(page.view().shell.gathering?.slug ?? "");
  let tries = 0;
  let dueMs = 0;
  let sending = false;

  const keep = (vote: KeptVote | null): void => {
    box.write(vote);
    page.keep(vote);
  };

  const send = async (): Promise<void> => {
    const vote = box.read();
    if (vote === null || sending) return;
    sending = true;
    tries += 1;
    const { shell } = page.view();
    const { ballot, delegation, voter, choice, reason, requestKey, replaces } = vote;
    const said = { ballot, delegation, voter, choice, reason, requestKey, replaces };
    const fields = { page: shell.path, token: shell.token, ...said };
    const sent = await sendForm(gatheringPath(shell, "/actes/vote.cast"), new URLSearchParams(fields));
    sending = false;
    // Another choice was made meanwhile: this answer is not its answer.
    if (box.read()?.requestKey !== requestKey) return soon();
    const view = sent.kind === "page" ? parseView(sent.view) : null;
    if (view === null || isTransient(view.shell.refused?.code ?? "")) return later(vote);
    tries = 0;
    keep(null);
    if (view.page === page.view().page) page.show(view);
    else page.refresh();
    if (view.shell.refused) page.say(view.shell.refused.words);
  };

  const later = (vote: KeptVote): void => {
    dueMs = Date.now() + resendAfterMs(tries, Math.random());
    keep({ ...vote, triedMs: Date.now() });
    page.say(page.t("ballot.kept"));
  };

  /** The network may be back: everything kept goes now. */
  const soon = (): void => {
    dueMs = 0;
  };

  const waiting = box.read();
  if (waiting) page.keep(waiting);
  addEventListener("online", soon);
  document.addEventListener("visibilitychange", soon);
  setInterval(() => {
    if (Date.now() >= dueMs) void send();
  }, 500);

  document.addEventListener("submit", (event) => {
    const form = event.target instanceof HTMLFormElement ? event.target : null;
    if (!form?.hasAttribute("data-resend") && !form?.hasAttribute("data-drop")) return;
    event.preventDefault();
    if (form.hasAttribute("data-drop")) keep(null);
    else void send();
  });

  return (form, submitter) => {
    if (form.dataset["act"] !== "vote.cast") return false;
    const fields = voteFields(Object.fromEntries(fieldsOf(form, submitter)));
    // What is no vote is not kept: the server says why, and the paper stays as it was filled in.
    if (isNoVote(form, fields["choice"] ?? "")) return false;
    const before = box.read();
    const ofSame = (kept: KeptVote): boolean =>
      (["ballot", "voter", "choice"] as const).every((name) => kept[name] === fields[name]) &&
      kept.reason === (fields["reason"] ?? "");
    const requestKey = before !== null && ofSame(before) ? before.requestKey : randomKey();
    const vote = readKept({ ...fields, kind: "kept-vote", requestKey, triedMs: null }, fields["ballot"] ?? "");
    if (vote === null) return false;
    tries = 0;
    keep(vote);
    void send();
    return true;
  };
}

/** Whether the paper in a form says no vote; a form without one holds a vote that was read before. */
function isNoVote(form: HTMLFormElement, said: string): boolean {
  const { method, options, seats, splits } = form.querySelector<HTMLElement>("[data-method]")?.dataset ?? {};
  const numberOf = (said: string | undefined) => (said === undefined ? undefined : Number(said));
  const asking =
    method === undefined ? null : parseAsking({ method, options: numberOf(options), seats: numberOf(seats) });
  return asking !== null && readSaid(asking, said) === null && readSplit(said, Number(splits || 0)) === null;
}
