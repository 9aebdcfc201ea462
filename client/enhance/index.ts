export { fieldsOf, sendForm } from "./forms.ts";
export { listenToKeys } from "./keys.ts";
export { sendFormsLive, type FormTaker } from "./live-forms.ts";
export { parseView } from "./fetch-view.ts";
export { readView, startLivePage, type LivePage } from "./live-page.ts";
export { morph } from "./morph.ts";
export { randomKey } from "./random-key.ts";
export { sayer } from "./said.ts";
export { askTwice } from "./twice.ts";
