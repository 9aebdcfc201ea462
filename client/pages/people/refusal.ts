import type { Translate, WordKey } from "../../../shared/i18n/index.ts";
import { roles as everyRole, type Role } from "../../../shared/people/index.ts";
import type { RefusalView } from "../../../shared/views/index.ts";
import { facts, html, linkButton, shape, type Html } from "../../ui/index.ts";
import { definePage, frame, gatheringPath } from "../../page/index.ts";
import { codeForm } from "./code-form.ts";

/** Instead of the page that was asked: the refusal in words, above the code form when a code would open it. */
export const refusal = definePage<RefusalView>({
  page: "refusal",
  entry: "join",
  title: (view, t) => heading(view, t),
  body(view, beside) {
    const { t } = beside;
    const { shell } = view;
    const quiet = view.codeForm === "beside";
    const form = codeForm({ token: shell.token, code: "", next: view.next, fault: null, quiet }, t);
    // Who organises gives out the codes of all roles: nobody else may have one yet.
    const gives = view.allowed !== null && shell.gathering !== null && (shell.me?.roles.includes("organiser") ?? false);
    const back = { words: t(shell.gathering ? "refusal.back" : "refusal.home"), href: gatheringPath(shell, "/") };
    return frame(
      { ...shell, refused: null },
      beside,
      { layout: "leaf narrow" },
      html`<h1>${heading(view, t)}</h1>
        <p class="refused">${shape("warn")}<span>${view.words}</span></p>
        ${view.allowed === null ? null : whoMay(view, view.allowed, gives, t)}
        ${view.codeForm === "first" ? form : null}
        ${gives ? html`<p>${linkButton({ words: t("refusal.codes"), href: gatheringPath(shell, "/codes"), now: true })}</p>` : null}
        <p>${linkButton({ ...back, now: view.codeForm !== "first" && !gives })}</p>
        ${quiet ? html`<details><summary class="btn btn--bare">${t("refusal.other-code")}</summary><p class="small">${t("refusal.other-code-hint")}</p>${form}</details>` : null}`,
    );
  },
});

/** Which roles may, which one has, and what to do about it. */
function whoMay(
  { shell }: RefusalView,
  { action, roles }: NonNullable<RefusalView["allowed"]>,
  gives: boolean,
  t: Translate,
): Html {
  const named = (held: readonly Role[]): string => held.map((role) => t(`role.${role}`)).join(", ");
  const mine = named(everyRole.filter((role) => shell.me?.roles.includes(role)));
  return html`${facts([
    [t("refusal.who-may"), named(roles)],
    [t("refusal.who-you-are"), mine === "" ? t("me.no-role") : mine],
  ])}
    <p>${t(helps[action] ?? (gives ? "refusal.help-give" : "refusal.help"))}</p>`;
}

const helps: Readonly<Record<string, WordKey & `refusal.help${string}`>> = {
  "text.write": "refusal.help-write",
  "amendment.submit": "refusal.help-amend",
};

const titles: Readonly<Record<string, WordKey & `refusal.title${string}`>> = {
  "not-found": "refusal.title-not-found",
  "not-signed-in": "refusal.title-code",
  "not-allowed": "refusal.title-role",
  "seat-moved": "refusal.title-code",
  "code-unknown": "refusal.title-code",
  "code-revoked": "refusal.title-code",
  "try-again": "refusal.title-again",
  "too-many": "refusal.title-again",
};

const heading = (view: RefusalView, t: Translate): string => t(titles[view.code] ?? "refusal.title");
