import { expect, test } from "vitest";

import { sha256Hex as byNode } from "../../server/sha256.ts";
import { sha256Hex as inBrowser } from "../../shared/journal/sha256.ts";

test.each(["", "abc", "l’été, déjà", "𝄞 \u{1f469}\u200d\u{1f33e}", "a".repeat(10_000)])(
  "DCL-36 %s has one hash, in a browser and in a server",
  (text) => expect(byNode(text)).toBe(inBrowser(text)),
);
