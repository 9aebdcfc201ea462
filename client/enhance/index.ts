export { fieldsOf, sendForm, type Sent } from "./forms.ts";
export { listenToKeys } from "./keys.ts";
export { sendFormsLive, type FormTaker } from "./live-forms.ts";
export { parseView, readView, startLivePage, type LivePage, type LivePageFacts } from "./live-page.ts";
export { morph } from "./morph.ts";
export { randomKey } from "./random-key.ts";
export { sayer, sayEveryMs, type Sayer } from "./said.ts";
export { askTwice } from "./twice.ts";
