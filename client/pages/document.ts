import { translator, type Translate } from "../../shared/i18n/index.ts";
import { html, jsonForScript, type Html } from "../ui/index.ts";
import { documentTitle, type AnyView, type PageTemplate } from "../page/index.ts";

/** Addresses of what the build made for a page's entry. Empty before the first build: the page is whole without it. */
export interface Assets {
  readonly script: string | null;
  readonly styles: readonly string[];
  readonly preloads: readonly string[];
  readonly icon: string | null;
}

/**
 * A whole page. It is complete without scripts; with them the entry reads the view that stands at its end and draws newer
 * ones in its place.
 */
export function drawDocument(template: PageTemplate, view: AnyView, assets: Assets): string {
  const language = view.shell.gathering?.language ?? "fr";
  const t = translator(language);
  const beside = { t, link: { kind: "page" }, own: null } as const;
  const page = html`<html lang="${language}" data-theme="${template.dark ? "dark" : null}" data-page="${view.page}">
    ${head(template, view, t, assets)}
    <body><a class="skip" href="#contenu">${t("shell.skip")}</a>
    <div id="page">${template.body(view, beside)}</div>
    <p class="vh" id="said" role="status"></p>
    ${
      assets.script === null
        ? null
        : html`
      <script type="application/json" id="view">${jsonForScript(view)}</script>
      <script type="module" src="${assets.script}"></script>`
    }
    </body></html>`;
  return `<!doctype html>\n${page.markup}\n`;
}

const head = (template: PageTemplate, view: AnyView, t: Translate, assets: Assets): Html => html`
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${documentTitle(template, view, t)}</title>
  <meta name="theme-color" content="${template.dark ? "#161512" : "#fbf9f4"}">
  ${assets.icon === null ? null : html`<link rel="icon" href="${assets.icon}" type="image/svg+xml">`}
  ${assets.styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
  ${assets.preloads.map((href) => html`<link rel="modulepreload" href="${href}">`)}
  </head>`;
