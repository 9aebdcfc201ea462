import { describe, expect, it } from "vitest";

import { drawDocument, templates, type AnyView } from "../../../client/pages/index.ts";
import {
  declarationsView,
  declarationView,
  journalView,
  minutesView,
  nothingAdopted,
} from "../../support/paper-views.ts";
import { shellOf } from "../../support/views.ts";

const assets = { script: null, styles: [], preloads: [], icon: null };

/** The words of a page, without its markup. */
function drawn(view: AnyView): { readonly page: string; readonly words: string } {
  const template = templates.get(view.page);
  if (!template) throw new Error(`no page ${view.page}`);
  const page = drawDocument(template, view, assets);
  const words = page.replace(/<[^>]+>/gu, " ").replace(/[\s\u00a0\u202f]+/gu, " ");
  return { page, words };
}

describe("the papers of a gathering", () => {
  it("DCL-22 a declaration shows text, signatories with their reservations, votes, rule, hash and record", () => {
    const { page, words } = drawn(declarationView());
    for (const part of [
      "Publiée le dimanche 19 janvier 2020 à 11 h 52.",
      "Adoptée : 128 pour, 14 contre",
      "Nous, assemblées populaires",
      "Collectif des Trois-Rives avec réserve : article 4, sous réserve de notre assemblée",
      "Une délégation ne signe pas. 12 délégations n’ont pas répondu.",
      "Amendement 12 Rejeté 31 118 7 2",
      "à la majorité des deux tiers des suffrages exprimés. Inscrites : 168 ; présentes : 161.",
      "b81f 40ce 93a7 1d5c 08e2 77fb 6a90 c43d 5e19 f2b6 80a4 3c7e d915 2f68 ab03 947d",
    ]) {
      expect(words).toContain(part);
    }
    expect(page).toContain(`href="/r/valbrune/registre.json"`);
    expect(words).toContain("192.168.1.20:8080/r/valbrune/declarations/t1");
    expect(page).not.toContain("data-act");
  });

  it("DCL-23 a rejected text says that it is no declaration, has no signatories, and stays readable", () => {
    const { words } = drawn(declarationView({ state: { kind: "rejected" } }));
    expect(words).toContain("Rejetée : 128 pour, 14 contre");
    expect(words).toContain("ce texte n’est pas une déclaration de la rencontre");
    expect(words).toContain("Nous, assemblées populaires");
    expect(words).not.toContain("signataires");
  });

  it("DCL-24 signing and declining are one form each, with a reservation beside; nobody signs by default", () => {
    const delegation = { id: "d1", name: "Assemblée de Pont-Brizay" };
    const state = { kind: "adopted" } as const;
    const { page, words } = drawn(declarationView({ state, signing: { delegation, mine: { kind: "none" } } }));
    expect(page.match(/data-act="declaration.sign"/gu)?.length).toBe(2);
    expect(page.match(/data-act="declaration.decline"/gu)?.length).toBe(1);
    expect(page).toContain(`<input type="hidden" name="delegation" value="d1">`);
    expect(words).toContain("Personne ne signe d’office");
    const declined = drawn(declarationView({ state, signing: { delegation, mine: { kind: "declined" } } }));
    expect(declined.words).toContain(
      "« Assemblée de Pont-Brizay » ne signe pas. Cela peut changer jusqu’à la publication.",
    );
    expect(declined.page).not.toContain(`data-act="declaration.decline"`);
  });

  it("DCL-24 a reservation that was refused is shown again as typed", () => {
    const delegation = { id: "d1", name: "A" };
    const refused = { code: "too-large", words: "C’est trop long.", fields: { reservation: "Nos mots" } };
    const shell = shellOf({ path: "/declarations/t1", refused });
    const view = declarationView({
      shell,
      state: { kind: "adopted" },
      signing: { delegation, mine: { kind: "none" } },
    });
    expect(drawn(view).page).toContain("Nos mots</textarea>");
  });

  it("DCL-25 with one text adopted and one rejected, both are shown", () => {
    const { words } = drawn(declarationsView());
    expect(words).toContain(
      "Publiées Déclaration de Valbrune publiée le dimanche 19 janvier 2020 à 11 h 52, 117 délégations signataires",
    );
    expect(words).toContain("Rejetées Appel aux communes au scrutin 5");
    expect(words).not.toContain("Aucune");
  });

  it("DCL-12 a gathering closed with nothing published says so in full, with the journal's code", () => {
    const { words } = drawn(nothingAdopted());
    expect(words).toContain("Aucune déclaration n’a été adoptée.");
    expect(words).toContain("Code du journal : 7F3K-92QD");
    const before = drawn(declarationsView({ published: [], rejected: [] }));
    expect(before.words).toContain("L’assemblée n’a encore rien adopté.");
    expect(before.words).not.toContain("Aucune déclaration");
  });

  it("DCL-13 the minutes say each time once, each item's title, and which words were erased", () => {
    const { words } = drawn(minutesView());
    expect(words.match(/10 h 52/gu)?.length).toBe(1);
    expect(words).toContain("Vote de la déclaration 11 h 52 Le scrutin 4 est ouvert");
    expect(words).toContain("(mots effacés)");
    expect(words).toContain("Établi d’après le journal, 412 actes. Code du dernier : 7F3K-92QD");
    expect(words).not.toContain("continue");
    expect(drawn(minutesView({ closedAtMs: null })).words).toContain("ce procès-verbal continue");
    expect(drawn(minutesView({ days: [] })).words).toContain("Rien n’est encore inscrit");
  });

  it("DCL-26 the journal names each act's number, role and hash, and says what the machine did", () => {
    const { page, words } = drawn(journalView());
    expect(words).toContain("Acte 412 · 11 h 52 · secrétariat, au nom de « Assemblée de Pont-Brizay »");
    expect(words).toContain("Acte 413 · 11 h 52 · la machine");
    expect(page).toContain(`href="/r/valbrune/journal?apres=210"`);
    expect(page).not.toContain("plus récents");
    expect(drawn(journalView({ total: 0, entries: [], older: null })).words).toContain("Le journal est vide.");
  });
});
