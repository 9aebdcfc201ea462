export { html, Html, jsonForScript, type Hole } from "./html.ts";
export { shape, state, type ShapeName } from "./shape.ts";
export {
  button,
  choice,
  code,
  facts,
  field,
  linkButton,
  type ButtonFacts,
  type ChoiceFacts,
  type FieldFacts,
  type LinkFacts,
} from "./control.ts";
export { gauge, scale, type ScaleFacts } from "./measure.ts";
export { prose, proseBlock } from "./prose.ts";
export { qr } from "./qr.ts";
