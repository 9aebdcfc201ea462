import { html, type Html } from "./html.ts";
import { shape } from "./shape.ts";

export interface ButtonFacts {
  readonly words: string;
  /** Of a button that is pressed again where it will then stand: the hand, or the focus, follows it. */
  readonly id?: string;
  /** What it does, in full, for who does not see what stands beside it. */
  readonly label?: string;
  /** The one thing to do now: yellow, one a screen. */
  readonly now?: boolean;
  readonly bare?: boolean;
  readonly name?: string;
  readonly value?: string;
  /** A key that presses it, shown on it: a letter or a digit. Only on a page that listens to keys. */
  readonly key?: string;
  /** Nothing is sent before a second press within a few seconds; these words ask for it. Without scripts one press sends. */
  readonly twice?: string;
  readonly disabled?: boolean;
}

/** The button that sends its form. */
export const button = (facts: ButtonFacts): Html => html`
  <button class="${look(facts)}" id="${facts.id}" aria-label="${facts.label}" name="${facts.name}" value="${facts.value}" data-key="${facts.key}"
    ?data-twice="${facts.twice}" ?disabled="${facts.disabled}">${facts.twice ? html`<span class="asks"><span class="once">${facts.words}</span><span class="again">${facts.twice}</span></span>` : html`<span>${facts.words}</span>`}
    ${keyCap(facts.key)}</button>`;

export interface LinkFacts {
  readonly words: string;
  readonly href: string;
  readonly now?: boolean;
  readonly bare?: boolean;
  readonly key?: string;
}

/** A link with the looks of a button: it only goes somewhere. */
export const linkButton = (facts: LinkFacts): Html => html`
  <a class="${look(facts)}" href="${facts.href}" data-key="${facts.key}"><span>${facts.words}</span>${keyCap(facts.key)}</a>`;

const look = (facts: { readonly now?: boolean; readonly bare?: boolean }): string =>
  facts.now ? "btn btn--now" : facts.bare ? "btn btn--bare" : "btn";

const keyCap = (key: string | undefined): Html | null =>
  key ? html`<kbd aria-hidden="true">${key.toUpperCase()}</kbd>` : null;

export interface FieldFacts {
  readonly name: string;
  /** Where another form of the page has a field of this name. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  /** Lines of a text area; absent: one line. */
  readonly rows?: number;
  readonly type?: "text" | "number" | "date" | "time" | "password";
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly autocomplete?: string;
  readonly inputmode?: "text" | "numeric" | "email" | "tel";
  readonly autocapitalize?: "characters" | "sentences" | "off";
  /** What is wrong with what was typed. */
  readonly fault?: string | null;
}

/** A labelled field with its hint and its fault, each tied to it for who does not see it. */
export function field(facts: FieldFacts): Html {
  const id = facts.id ?? `field-${facts.name}`;
  const described = [facts.hint && `${id}-hint`, facts.fault && `${id}-fault`].filter(Boolean).join(" ");
  const attributes = html`id="${id}" name="${facts.name}" dir="auto" ?required="${facts.required}"
    aria-describedby="${described || null}" aria-invalid="${facts.fault ? "true" : null}" maxlength="${facts.maxLength}"
    autocomplete="${facts.autocomplete}" inputmode="${facts.inputmode}" autocapitalize="${facts.autocapitalize}"`;
  const control =
    facts.rows === undefined
      ? html`<input ${attributes} type="${facts.type ?? "text"}" value="${facts.value}">`
      : html`<textarea ${attributes} rows="${facts.rows}">${facts.value}</textarea>`;
  return html`<div class="field"><label for="${id}">${facts.label}</label>
    ${facts.hint ? html`<span class="hint" id="${id}-hint">${facts.hint}</span>` : null}
    ${control}
    ${facts.fault ? html`<p class="fault" id="${id}-fault">${shape("warn")}${facts.fault}</p>` : null}</div>`;
}

export interface ChoiceFacts {
  readonly name: string;
  readonly value: string;
  readonly words: string;
  readonly hint?: string;
  readonly checked?: boolean;
  readonly required?: boolean;
  /** `radio` unless said; a box can be checked beside others. */
  readonly box?: boolean;
  readonly shape?: Html;
}

/** One row to choose, in a `<div class="choices">`. All rows of a list have one height and weight. */
export const choice = (facts: ChoiceFacts): Html => html`
  <label class="choice"><input type="${facts.box ? "checkbox" : "radio"}" name="${facts.name}" value="${facts.value}"
    ?checked="${facts.checked}" ?required="${facts.required}"><span>${facts.words}
    ${facts.hint ? html`<small>${facts.hint}</small>` : null}</span>${facts.shape}</label>`;

/** Facts in two columns: what, and how it is. Absent ones are left out. */
export const facts = (rows: readonly (readonly [string, string | Html] | null)[]): Html =>
  html`<dl class="facts">${rows.map((row) => (row ? html`<dt>${row[0]}</dt><dd>${row[1]}</dd>` : null))}</dl>`;

/** `b81f 40ce 93a7…`: a hash in groups that an eye can follow. */
export const inFours = (hash: string): string => (hash.match(/.{1,4}/gu) ?? []).join(" ");

/** A short code, as phones and screen compare it. */
export const code = (words: string): Html => html`<span class="code">${words}</span>`;
