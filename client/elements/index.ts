export { defineElements } from "./define.ts";
export { give } from "./give.ts";
export { drawn } from "./drawn.ts";
export { given, LightElement } from "./light-element.ts";
export { Says } from "./says.ts";
export { nextStop } from "./toolbar-keys.ts";
