export { Composer } from "./composer.ts";
export { defineAmendingElements } from "./elements/index.ts";
export { keepWish, type Wish } from "./kept-wish.ts";
export { submitWish } from "./submit-wish.ts";
