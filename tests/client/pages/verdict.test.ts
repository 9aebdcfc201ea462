import { describe, expect, it } from "vitest";

import { verdictWords } from "../../../client/words/index.ts";
import { resultOf, type Asking, type SaidTally } from "../../../shared/ballots/index.ts";
import { translator } from "../../../shared/i18n/index.ts";
import { openFacts } from "../../support/assembly-views.ts";
import { rollOf, rule } from "../../shared/ballots/support.ts";

const t = translator("fr");
const options = ["Commercy", "Montreuil", "Saillans"];

/** What 100 delegations present read as the verdict, every blank being one. */
function verdict(asking: Asking, tally: SaidTally, words: readonly string[] = options): string {
  const facts = { ...openFacts, asking, options: words };
  return verdictWords(facts, resultOf(asking, rule("simple"), rollOf(100), tally), t).replace(/\s/gu, " ");
}

describe("the verdict of a ballot among options", () => {
  it.each<readonly [Asking, SaidTally, string]>([
    [{ method: "choice", options: 3 }, { "1": 3, "2": 5 }, "Option retenue : Montreuil"],
    [{ method: "approval", options: 3 }, { "1,3": 3, "3": 5 }, "Option retenue : Saillans"],
    [{ method: "majority-judgment", options: 2 }, { "1:good,2:reject": 3 }, "Option retenue : Commercy"],
    [{ method: "schulze", options: 3 }, { "2>1>3": 3 }, "Option retenue : Montreuil"],
    [{ method: "instant-runoff", options: 3 }, { "3>1": 3, "1": 1 }, "Option retenue : Saillans"],
    [{ method: "stv", options: 3, seats: 1 }, { "1": 3 }, "Option retenue : Commercy"],
    [{ method: "stv", options: 3, seats: 2 }, { "1>2": 5, "3>2": 5 }, "Options retenues : Commercy, Saillans"],
    [{ method: "choice", options: 3 }, { "1": 3, "2": 3 }, "Égalité"],
    [{ method: "temperature", options: 3 }, { "1": 3 }, "Température prise"],
    [{ method: "consent" }, { consent: 3 }, "Consentement"],
    [{ method: "yes-no" }, { for: 3 }, "Adopté"],
  ])("BAL-88 %o, told %o, says what was chosen: %s", (asking, tally, words) => {
    expect(verdict(asking, tally)).toBe(words);
  });

  it("BAL-88 an option whose words were erased is named by its number", () => {
    expect(verdict({ method: "choice", options: 3 }, { "2": 1 }, [])).toBe("Option retenue : option 2 (mots effacés)");
  });
});
