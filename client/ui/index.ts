export { html, Html, jsonForScript } from "./html.ts";
export { shape, state, type ShapeName } from "./shape.ts";
export { button, choice, code, facts, field, inFours, linkButton, type ButtonFacts } from "./control.ts";
export { gauge, scale } from "./measure.ts";
export { markedWords, prose, proseBlock, proseBlockOf } from "./prose.ts";
export { qr } from "./qr.ts";
