import { expect, test } from "vitest";

import { composingLink } from "../../../client/pages/amendments/composing-link.ts";
import type { ProseBlock } from "../../../shared/views/index.ts";
import { amendmentView } from "../../support/assembly-views.ts";

const block = (id: string, change: ProseBlock["change"]): ProseBlock => ({
  kind: "paragraph",
  id,
  number: null,
  depth: 0,
  ordinal: null,
  preamble: false,
  change,
  runs: [],
});

test.each([
  ["the paragraph that it changes", [block("a", "context"), block("b", "changed"), block("c", "context")], "b"],
  ["for a new one, what follows it", [block("a", "context"), block("+0", "new"), block("c", "context")], "c"],
  ["for one suppressed, what follows it", [block("a", "context"), block("b", "deleted"), block("c", "context")], "c"],
  ["at the end, what stands before", [block("a", "context"), block("+0", "new")], "a"],
])("AMD-136 begins with %s", (_, redline, at) => {
  const view = amendmentView();
  const href = composingLink({ ...view, amendment: { ...view.amendment, redline } }, "rectifie");
  expect(new URL(href, "http://hall").searchParams.get("a")).toBe(at);
});
