import { unsafeHTML } from "lit/directives/unsafe-html.js";

import type { Html } from "../ui/index.ts";

/**
 * What a plain function of the pages has drawn, as a part of an element: a shape, a button, a redline are written once.
 * Safe, since only the tag `html` makes an `Html`, and it escapes every word. Drawn anew only when the markup differs.
 */
export const drawn = (part: Html) => unsafeHTML(part.markup);
