import { globSync } from "node:fs";
import { basename } from "node:path";

import { defineConfig } from "vite";

/** The oldest browsers that get the pages with JavaScript; older ones get them without. */
const floor = ["chrome87", "safari14", "firefox102"];

/** One bundle a page: client/entries/vote.ts is the entry `vote`, found by the server under that path in the manifest. */
const entries = globSync("client/entries/*.ts", { cwd: import.meta.dirname });

export default defineConfig({
  root: import.meta.dirname,
  // The address under which the server gives what is built.
  base: "/client/",
  publicDir: "client/public",
  clearScreen: false,
  logLevel: "warn",
  // A package asks for it when it is loaded, and the floor does not have it: the whole page would be lost.
  define: { "Object.hasOwn": "Object.prototype.hasOwnProperty.call" },
  build: {
    target: floor,
    cssTarget: floor,
    outDir: "dist/client",
    emptyOutDir: true,
    manifest: "manifest.json",
    // A strict Content-Security-Policy: nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // Importing one of our files does nothing by itself, entries excepted: what a page does not use is left out.
      treeshake: {
        moduleSideEffects: [
          // It sets how two insertions at one place are ordered; without it a page and the authority diverge (ADR 9).
          { test: /\/shared\/texts\/same-place\.ts$/u, sideEffects: true },
          { test: /\/(?:shared|client)\/.*\.ts$/u, sideEffects: false },
        ],
      },
      // What every live page loads is one file: each further one costs a request, and its headers.
      output: {
        codeSplitting: {
          groups: [
            {
              name: "page",
              test: /\/client\/(?:(?:page|enhance|connection|ui|words)\/|pages\/texts\/text-state).*\.ts$|\/shared\/i18n\/fr\/(?:shell|prose|ballots|amendments|plenary|assembly)\.ts$/u,
              minShareCount: 4,
            },
            // What is fetched when a ballot was counted (`later.ts`) stands apart: a first visit does not receive it.
            {
              name: "plenary",
              test: /\/client\/(?:words\/verdict|pages\/(?:ballots|plenary)\/(?!results?\.|method-result\.|annulled\.).*)\.ts$/u,
              minShareCount: 2,
            },
            { name: "limits", test: /\/shared\/limits\.ts$/u },
            // A text, where it is read, listed and proposed on.
            {
              name: "texts",
              test: /\/(?:client\/pages\/texts\/(?:text|texts|amend|document)|shared\/i18n\/fr\/texts)\.ts$/u,
              minShareCount: 2,
            },
            { name: "base", test: /\/client\/ui\/styles\/(?:tokens|base|text)\.css$/u },
            { name: "moment", test: /\/client\/ui\/styles\/(?:moment|ballot)\.css$/u },
            { name: "sheets", test: /\/client\/ui\/styles\/(?:redline|result)\.css$/u },
          ],
        },
      },
      input: Object.fromEntries(entries.map((file) => [basename(file, ".ts"), file])),
    },
  },
});
