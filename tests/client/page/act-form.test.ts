import { expect, test } from "vitest";

import { actForm } from "../../../client/page/index.ts";
import { html } from "../../../client/ui/index.ts";
import { shellOf } from "../../support/views.ts";

const identityOf = (action: string, hidden: Readonly<Record<string, string>>): string | undefined =>
  /data-is="([^"]*)"/u.exec(actForm(shellOf({}), { action, hidden }, html`<button>Déposer</button>`).markup)?.[1];

test("UI-45 the form of an act on one thing is another form than that on the next, or than that of another act", () => {
  const one = identityOf("text.table", { text: "t1" });
  expect(one).toBeTruthy();
  expect(identityOf("text.table", { text: "t2" })).not.toBe(one);
  expect(identityOf("text.withdraw", { text: "t1" })).not.toBe(one);
});

test("UI-45 a form stays the same form while only its request key or what it would replace changes", () => {
  const vote = { ballot: "b1", delegation: "d1" };
  expect(identityOf("vote.cast", { ...vote, requestKey: "k2", replaces: "r" })).toBe(
    identityOf("vote.cast", { ...vote, requestKey: "k1", replaces: "" }),
  );
});

test("TXT-37 the key of a form that is sent once is kept while the form stands, and does not make it another form", () => {
  const form = (once: string) => actForm(shellOf({}), { action: "text.create", once }, html``).markup;
  expect(form("k1")).toContain('name="requestKey" value="k1" data-kept');
  expect(/data-is="([^"]*)"/u.exec(form("k1"))?.[1]).toBe(/data-is="([^"]*)"/u.exec(form("k2"))?.[1]);
});
