import { templates } from "../../client/pages/index.ts";
import { translator } from "../../shared/i18n/index.ts";
import type { Face } from "./face.ts";
import { stylesOf } from "./styles.ts";

/** A face as a whole document with its styles inside, for a browser to draw. */
export function documentOf({ view, link, own }: Face): string {
  const template = templates.get(view.page);
  if (!template) throw new Error(`no page ${view.page}`);
  const t = translator("fr");
  const body = template.body(view, { t, link: link ?? { kind: "page" }, own: own ?? null });
  return `<!doctype html><html lang="fr" data-page="${view.page}"${template.dark ? ` data-theme="dark"` : ""}><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>${template.title(view, t)}</title>
    <style>${stylesOf(template.entry)}</style></head>
    <body><a class="skip" href="#contenu">${t("shell.skip")}</a><div id="page">${body.markup}</div><p class="vh" role="status"></p></body></html>`;
}
