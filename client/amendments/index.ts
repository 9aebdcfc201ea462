export { Composer } from "./composer.ts";
export { defineAmendingElements } from "./elements/index.ts";
export { keepWish, type KeptWish, type Wish } from "./kept-wish.ts";
export { submitWish, type Submitted } from "./submit-wish.ts";
