import type { Kind } from "./kinds.ts";

/** What the tools around the sheet ask for. */
export interface Tools {
  undo(): void;
  redo(): void;
  strong(): void;
  em(): void;
  article(): void;
  kind(kind: Kind): void;
  link(): void;
  closeLink(): void;
  unlink(): void;
  setLink(address: string): void;
  goTo(block: string): void;
  /** The nth of the words that are offered back. */
  take(index: number): void;
  leave(index: number): void;
}

const kinds: readonly string[] = [
  "paragraph",
  "heading",
  "article",
  "list",
  "ordered",
  "quote",
] satisfies readonly Kind[];

/** Hears the tools wherever they are drawn: buttons and lists by `data-tool`, the outline by `data-block`. */
export function listenToTools(root: Document, tools: Tools): void {
  const pressed: Readonly<Record<string, (value: string) => void>> = {
    undo: () => tools.undo(),
    redo: () => tools.redo(),
    strong: () => tools.strong(),
    em: () => tools.em(),
    article: () => tools.article(),
    link: () => tools.link(),
    unlink: () => tools.unlink(),
    "close-link": () => tools.closeLink(),
    take: (value) => tools.take(Number(value)),
    leave: (value) => tools.leave(Number(value)),
  };
  // Pressing a tool leaves the cursor where it is in the sheet.
  root.addEventListener("mousedown", (event) => {
    if (toolOf(event.target)) event.preventDefault();
  });
  root.addEventListener("click", (event) => {
    const tool = toolOf(event.target);
    if (tool) pressed[tool.dataset["tool"] ?? ""]?.(tool.value);
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>(".plan a[data-block]") : null;
    if (!link) return;
    event.preventDefault();
    tools.goTo(link.dataset["block"] ?? "");
  });
  root.addEventListener("change", (event) => {
    const { target } = event;
    if (!(target instanceof HTMLSelectElement) || target.dataset["tool"] !== "kind") return;
    if (isKind(target.value)) tools.kind(target.value);
  });
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset["toolForm"] !== "link") return;
    event.preventDefault();
    const address = new FormData(form).get("href");
    tools.setLink(typeof address === "string" ? address.trim() : "");
  });
}

const toolOf = (target: EventTarget | null): HTMLButtonElement | null =>
  target instanceof Element ? target.closest<HTMLButtonElement>("button[data-tool]") : null;

const isKind = (value: string): value is Kind => kinds.includes(value);
